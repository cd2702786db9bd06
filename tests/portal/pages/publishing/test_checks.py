"""Faults of a text, told before it goes to readers. No database."""

import pytest

from portal.pages.publishing.checks import problems


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (["<h2>Một</h2><p>a</p><h3>Hai</h3><h2>Ba</h2>"], 0),
        (["<p>Không tiêu đề</p>"], 0),
        (["<h3>Nhảy cấp</h3>"], 1),
        (["<h2>Một</h2><h4>Nhảy cấp</h4>"], 1),
        (["<h2>Một</h2>", "<h3>Hai, ở khối sau</h3>"], 0),
        (["<h2></h2>"], 1),
        (["<h2><b> </b></h2>"], 1),
        (['<p><a href="https://example.org">Một</a></p>'], 0),
        (['<p><a linktype="page" id="3">Trang</a></p>'], 0),
        (['<p><a href="https://example.org"> </a></p>'], 1),
        (["<p><a>Không dẫn tới đâu</a></p>"], 1),
        (['<p><a href="">Không dẫn tới đâu</a></p>'], 1),
        (["<h2>Một <a href='https://example.org'>liên kết</a></h2>"], 0),
        (["<p>1 < 2 & 3</p><h2>A"], 0),
        ([], 0),
    ],
)
def test_a_text_is_judged(texts, number):
    assert len(problems(texts)) == number


def test_the_same_fault_is_told_once():
    assert len(problems(["<a>x</a><a>x</a>"])) == 1
