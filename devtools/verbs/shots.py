from devtools import browser, node, python_packages
from devtools.running import Failed, must_run_python


def shots(words: list[str]) -> int:
    """Photograph every screen, in both languages, light and dark, phone and desk: `./dev shots FOLDER [SCREEN …]`."""
    if not words:
        raise Failed("./dev shots FOLDER [WORD …] (screens with such a word in their name), or ./dev shots --readme")
    python_packages.install_to_develop()
    node.install_packages()
    node.build_app()
    browser.ensure_chromium()
    if words == ["--readme"]:  # docs/picture.png
        must_run_python("-m", "tests.e2e.tour.picture")
    else:
        must_run_python("-m", "tests.e2e.tour.shots", *words)
    return 0
