def test_the_whole_course_is_read_and_its_links_stay_on_the_page(visit):
    page = visit().open("index.html")
    page.locator("footer.site a", has_text="one page").click()
    page.wait_for_url("**/print.html")
    lessons = page.locator("article.lesson")
    assert lessons.count() > 20
    link = page.locator("article.lesson:not(#layers\\.lstm) a[href^='#layers.lstm']").first
    name = link.get_attribute("href")
    link.click()
    page.wait_for_url("**/print.html" + name)
    assert page.locator(name.replace(".", "\\.")).bounding_box()["y"] < 300


def test_answers_stand_at_the_end_and_questions_have_no_button(visit):
    page = visit().open("print.html")
    quiz = page.locator("#layers\\.lstm .quiz").first
    assert quiz.locator("button").is_hidden()
    quiz.get_by_role("link", name="Answers and why").click()
    answer = page.locator("section.answer:target")
    assert answer.is_visible() and "Right:" in answer.inner_text()


def test_on_paper_every_stage_is_there(visit):
    page = visit().open("print.html")
    page.emulate_media(media="print")
    stages = page.locator("#unroller .frames > li")
    assert stages.count() == 4
    assert all(stages.nth(number).is_visible() for number in range(4))
