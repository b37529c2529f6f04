import Templating

/// All lessons of a course, one after the other.
struct OnePageModel: TemplateModel {
  struct Lesson: TemplateModel {
    var id: String
    /// The part of the course that begins with it.
    var part: String?
    var title: String
    var href: String
    var body: String

    static let fields: [TemplateField<Lesson>] = [
      .text("id", \.id), .text("part", \.part), .text("title", \.title), .text("href", \.href),
      .html("bodyHtml", \.body),
    ]
  }

  /// What a check says behind “Answers and why”.
  struct Answer: TemplateModel {
    var id: String
    var title: String
    /// Of the question.
    var href: String
    var html: String

    static let fields: [TemplateField<Answer>] = [
      .text("id", \.id), .text("title", \.title), .text("href", \.href), .html("html", \.html),
    ]
  }

  var lessons: [Lesson]
  var answers: [Answer]

  static let fields: [TemplateField<OnePageModel>] = [
    .list("lessons", \.lessons), .list("answers", \.answers),
    .flag("hasAnswers") { !$0.answers.isEmpty },
  ]
}
