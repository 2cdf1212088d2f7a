import { expect, test } from "vitest";
import { textOfHtml, textOfMaybeEscaped } from "./html-text.ts";

test("blocks become lines and items get a dash; what runs or draws is left out", () => {
  const html =
    "<head><title>T</title></head><h2>Ranking &amp; search</h2><p>Two\n  lines</p><ul>\n<li>one</li>\n\n<li><p>two</p></li><li></li></ul><script>alert(1)</script>";
  expect(textOfHtml(html)).toBe("Ranking & search\n\nTwo lines\n\n- one\n- two");
});

test("code keeps its lines, and an empty line in plain text parts paragraphs", () => {
  expect(textOfHtml("<pre>a = 1\nb = 2</pre>")).toBe("a = 1\nb = 2");
  expect(textOfHtml("one\ntwo\n\nthree &lt; 4")).toBe("one two\n\nthree < 4");
});

test("what is around a page's text is left out where that is asked for", () => {
  const page = "<nav>Menu</nav><p>Page</p>";
  expect([textOfHtml(page), textOfHtml(page, new Set(["nav"]))]).toEqual(["Menu\nPage", "Page"]);
});

test("HTML that came escaped is read twice, and a tag that is spoken of stays", () => {
  expect(textOfMaybeEscaped("&lt;p&gt;Train &lt;b&gt;models&lt;/b&gt;&lt;/p&gt;")).toBe("Train models");
  expect(textOfMaybeEscaped("Know your &lt;div&gt;")).toBe("Know your <div>");
});
