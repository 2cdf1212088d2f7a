import { expect, test } from "vitest";
import { textOfPasted } from "./from-html.ts";
import { textOfPage } from "./from-page.ts";

test("HTML, escaped HTML and Markdown become lines of text; plain text stays", () => {
  const html = "<h2>ML &amp; AI</h2><ul><li>Train <b>models</b></li><li>Ship</li></ul><script>alert(1)</script>";
  expect(textOfPasted(html)).toBe("ML & AI\n\n- Train models\n- Ship");
  expect(textOfPasted("&lt;p&gt;Train &lt;b&gt;models&lt;/b&gt;&lt;/p&gt;")).toBe("Train models");
  expect(textOfPasted("# [Engineer](https://example.com/a)\r\n\r\n**You** will")).toBe("Engineer\n\nYou will");
  expect(textOfPasted("latency < 20 ms\n- a > b")).toBe("latency < 20 ms\n- a > b");
});

test("a page's linked data is read where it has a posting, else the page", () => {
  const data = { "@graph": [{ "@type": "JobPosting", title: "ML Engineer", description: "<p>Train models.</p>" }] };
  const page = (script: string) => `<script type="application/ld+json">${script}</script><nav>Menu</nav><p>Page</p>`;
  expect(textOfPage(page(JSON.stringify(data)))).toBe("ML Engineer\n\nTrain models.");
  expect(textOfPage(page("{ broken"))).toBe("Page");
  expect(textOfPage(page('{"@type": "JobPosting"}'))).toBe("Page");
});
