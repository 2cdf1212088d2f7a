import fc from "fast-check";
import { expect, test } from "vitest";
import { textOfHtml } from "../../../lib/html-text.ts";
import { decodeFeed } from "./decode-feed.ts";
import { declaresEntities } from "./not-a-feed.ts";
import { readFeed } from "./parse-feed.ts";

const BASE = "https://example.org/feeds/all.xml";
const entries = (text: string) => {
  const read = readFeed(text, BASE);
  if (!read.ok) throw new Error(read.reason);
  return read.value.entries;
};

test("RSS with its guids, markup and dates", () => {
  const rss = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T &amp; t</title>
    <item><title>A &lt;b&gt;bold&lt;/b&gt; claim</title><link>/posts/1</link><guid isPermaLink="false">7</guid><dc:creator>Ada</dc:creator>
    <description>short</description><content:encoded><![CDATA[<p>First <b>line</b></p><ul><li>one</li><li>two</li></ul>]]></content:encoded>
    <pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>
    <item><description>No title, and a date that is none.</description><pubDate>yesterday</pubDate></item></channel></rss>`;
  expect(entries(rss)).toEqual([
    {
      key: "7",
      title: "A bold claim",
      link: "https://example.org/posts/1",
      authors: ["Ada"],
      text: "First line\n\n- one\n- two",
      arxivId: null,
      publishedAt: "2026-03-02T10:00:00.000Z",
    },
    expect.objectContaining({ title: "No title, and a date that is none.", link: null, publishedAt: null }),
  ]);
});

test("arXiv's listing and its search tell the same paper by the same key, whatever its version", () => {
  const listing = `<feed xmlns="http://www.w3.org/2005/Atom"><title>cs.LG</title><entry><id>oai:arXiv.org:2401.12345v1</id><title>P</title>
    <updated>2026-03-01T00:00:00Z</updated><link href="https://arxiv.org/abs/2401.12345" rel="alternate" type="text/html"/>
    <summary>arXiv:2401.12345v1 Announce Type: new
Abstract: We learn $x &lt; y$.</summary><author><name>Ada Example, Bo Sample</name></author></entry></feed>`;
  const search = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.12345v3</id><title>P</title>
    <published>2026-03-01T00:00:00Z</published><summary>We learn.</summary><author><name>Ada Example</name></author><author><name>Bo Sample</name></author>
    <link href="http://arxiv.org/abs/2401.12345v3" rel="alternate"/></entry></feed>`;
  expect(entries(listing)[0]).toMatchObject({
    key: "2401.12345",
    text: "We learn $x < y$.",
    authors: ["Ada Example", "Bo Sample"],
  });
  expect(entries(search)[0]).toMatchObject({
    key: "2401.12345",
    arxivId: "2401.12345",
    authors: ["Ada Example", "Bo Sample"],
  });
});

test("JSON Feed and RDF", () => {
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: "J",
    items: [{ id: "1", url: "https://e.org/1", content_text: "a < b & c" }],
  };
  expect(entries(JSON.stringify(json))[0]).toMatchObject({ key: "1", title: "a < b & c", text: "a < b & c" });
  const rdf = `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="x"><title>R</title></channel>
    <item rdf:about="https://e.org/r"><title>In RDF</title><link>https://e.org/r</link><description>d</description></item></rdf:RDF>`;
  expect(entries(rdf)[0]).toMatchObject({ key: "https://e.org/r", title: "In RDF", text: "d" });
});

test("an article may show entities; a feed may declare none", () => {
  expect(declaresEntities('<rss><item><![CDATA[<!ENTITY x "y">]]></item><!-- <!ENTITY z "z"> --></rss>')).toBe(false);
  expect(declaresEntities('<!DOCTYPE r [ <!entity x "y"> ]><rss/>')).toBe(true);
  expect(declaresEntities('<rss><![CDATA[ <!ENTITY x "y">')).toBe(true);
});

test("no text of whatever kind breaks the reader or keeps markup that runs", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.stringMatching(/^(<rss version="2.0"><channel>)?[<>/a-z"= ![\]&;-]{0,80}$/),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const read = readFeed(text, BASE);
      expect(typeof read.ok).toBe("boolean");
      expect(textOfHtml(`<p>${text}</p><script>alert(1)</script>`)).not.toContain("alert(1)</script>");
    }),
  );
});

test("encodings: as the server says, as the XML says, and what is neither", () => {
  const latin = (head: string) => Buffer.from(`${head}<a>Ränge</a>`, "latin1");
  expect(decodeFeed(latin(""), "text/xml; charset=iso-8859-1")).toEqual({ text: "<a>Ränge</a>", note: null });
  expect(decodeFeed(latin('<?xml version="1.0" encoding="ISO-8859-1"?>'), "text/xml").text).toContain("Ränge");
  expect(decodeFeed(latin(""), "text/xml")).toEqual({
    text: "<a>Ränge</a>",
    note: expect.stringContaining("Windows-1252"),
  });
  expect(decodeFeed(Buffer.from("<a>Ränge</a>"), "text/xml; charset=klingon")).toEqual({
    text: "<a>Ränge</a>",
    note: expect.stringContaining("klingon"),
  });
  expect(decodeFeed(Buffer.from("\ufeff<a>é</a>", "utf16le"), "text/xml; charset=utf-8").text).toBe("<a>é</a>");
});
