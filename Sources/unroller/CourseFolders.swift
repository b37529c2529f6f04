import ArgumentParser
import Workspace

/// Where a course lies; every command takes the same three folders.
struct CourseFolders: ParsableArguments {
  @Option(help: "The folder with course.yml and the lessons.")
  var content = "content"

  @Option(help: "The folder with the page templates and the theme.")
  var templates = "templates"

  @Option(help: "The folder that the site is written to.")
  var output = "site"

  func read() throws(DiskError) -> CourseOnDisk {
    try CourseOnDisk(content: content, templates: templates)
  }
}
