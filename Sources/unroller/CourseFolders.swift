import ArgumentParser
import Workspace

/// Where a course lies; every command takes the same three folders.
struct CourseFolders: ParsableArguments {
  @Option(help: "The folder with course.yml and the lessons.")
  var content = "content"

  @Option(help: "The folder with templates of the course's own, each in place of the theme's.")
  var templates = "templates"

  @Option(help: "The folder that the site is written to.")
  var output = "site"

  @Option(help: "The file with what the course promises about its figures.")
  var lock = "figures.lock"

  @Option(help: "The folder that keeps figures between builds.")
  var store = ".unroller/store"

  func look() throws(DiskError) -> CourseListing {
    try CourseListing(content: content, templates: templates)
  }

  func read() throws(DiskError) -> CourseOnDisk { try CourseOnDisk(look()) }
}
