"""What a paper may not load: planted in templates, and tried with WeasyPrint itself."""

from __future__ import annotations

from base64 import b64encode
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from threading import Thread
from typing import TYPE_CHECKING

import pikepdf
import pytest

from borderdeck.diagnostics import Severity
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.support import paper_plans as plans
from tests.support.courses import PNG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Own = Callable[..., PdfEngine]

NAME = "page.html.j2"
PAGE = '<html lang="en"><head><title>t</title>{}</head><body>{}</body></html>'
IMAGE = '<p><img alt="a dot" src="{}"></p>'


def render(own: Own, head: str = "", body: str = "") -> Rendered:
    result = own(**{NAME: PAGE.format(head, body)}).render(plans.session_handout(1), NAME)
    assert isinstance(result, Rendered), result
    return result


def pictures(rendered: Rendered) -> int:
    with pikepdf.open(BytesIO(rendered.data)) as paper:
        return sum(len(page.get_images()) for page in paper.pages)


def is_told(rendered: Rendered) -> bool:
    return any(d.severity is Severity.ERROR for d in rendered.diagnostics)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A picture outside the course's folder."""
    path = tmp_path / "secret.png"
    path.write_bytes(PNG)
    return path


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A web server at hand: its address, and what it was asked for."""
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PNG)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", requests
    server.shutdown()
    server.server_close()


def test_a_picture_of_the_course_is_loaded(own: Own, course: Path) -> None:
    (course / "dot.png").write_bytes(PNG)

    assert pictures(render(own, body=IMAGE.format("../dot.png"))) == 1


def test_a_picture_in_the_page_itself_is_loaded(own: Own) -> None:
    address = f"data:image/png;base64,{b64encode(PNG).decode()}"

    assert pictures(render(own, body=IMAGE.format(address))) == 1


def test_a_picture_outside_the_course_is_refused(own: Own, secret: Path) -> None:
    rendered = render(own, body=IMAGE.format(secret.as_uri()))

    assert pictures(rendered) == 0
    assert is_told(rendered)


def test_a_path_that_climbs_out_of_the_course_is_refused(own: Own, secret: Path) -> None:
    rendered = render(own, body=IMAGE.format(f"../../{secret.name}"))

    assert pictures(rendered) == 0
    assert is_told(rendered)


def test_an_encoded_path_that_climbs_out_is_refused(own: Own, secret: Path) -> None:
    rendered = render(own, body=IMAGE.format(f"..%2f..%2f{secret.name}"))

    assert pictures(rendered) == 0


def test_a_link_in_the_folder_that_leads_outside_is_refused(
    own: Own, course: Path, secret: Path
) -> None:
    (course / "templates" / "dot.png").symlink_to(secret)

    rendered = render(own, body=IMAGE.format("dot.png"))

    assert pictures(rendered) == 0
    assert is_told(rendered)


def test_a_file_of_the_system_cannot_be_attached(own: Own) -> None:
    rendered = render(own, head='<link rel="attachment" href="file:///etc/passwd">')

    assert is_told(rendered)
    with pikepdf.open(BytesIO(rendered.data)) as paper:
        assert len(paper.attachments) == 0


def test_no_picture_is_loaded_from_the_web(own: Own, asked: tuple[str, list[str]]) -> None:
    address, requests = asked

    rendered = render(own, body=IMAGE.format(f"{address}/dot.png"))

    assert requests == []
    assert is_told(rendered)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" href="{}/a.css">',
        "<style>@import url({}/a.css)</style>",
        "<style>body {{ background: url({}/a.png) }}</style>",
        "<style>@font-face {{ font-family: x; src: url({}/a.ttf) }} p {{ font-family: x }}</style>",
        '<base href="{}/">',
    ],
    ids=["a style sheet", "an import", "a background", "a font", "a base"],
)
def test_nothing_else_is_loaded_from_the_web(
    own: Own, asked: tuple[str, list[str]], head: str
) -> None:
    address, requests = asked

    render(own, head=head.format(address), body=IMAGE.format("dot.png"))

    assert requests == []


@pytest.mark.parametrize("address", ["ftp://example.org/a.png", "file://example.org/a.png"])
def test_other_ways_out_are_refused(own: Own, address: str) -> None:
    assert is_told(render(own, body=IMAGE.format(address)))


def test_a_device_is_refused(own: Own, course: Path) -> None:
    (course / "templates" / "dot.png").symlink_to("/dev/zero")

    assert is_told(render(own, body=IMAGE.format("dot.png")))
