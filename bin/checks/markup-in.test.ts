import { describe, expect, it } from "vitest";
import { markupIn } from "./markup-in.mjs";

const found = (text: string) => markupIn("app/_x/y.tsx", text).length;

describe("markup or a link made of data", () => {
  it.each([
    "<p dangerouslySetInnerHTML={{ __html: note.text }} />",
    "box.innerHTML = note.text;",
    "box.insertAdjacentHTML('beforeend', text);",
    "<iframe srcDoc={text} />",
    "t.markup('line', { name });",
    "await transport.sendMail({ html: letter.text });",
    "<a href={link.url}>{name}</a>",
    "<ButtonLink href={about.videoUrl}>",
    "const item = { href: place.address };",
    "window.open(link.url);",
    "router.push(found.url);",
    "location.href = link.url;",
    "<a href='javascript:void 0'>",
    'return new Response(text, { headers: { "content-type": "text/html" } });',
    "const row = new Html(note.text);",
    "const row = constant(note.text);",
    "const to = new Address(link.href);",
    '<form onSubmit={search} role="search">',
    '<form\n  method="post"\n  onSubmit={send}\n>',
  ])("is found in %s", (line) => expect(found(line)).toBe(1));

  it("is left to plain pages in their own folder, and nothing else is", () => {
    const line = 'headers: { "content-type": "text/html" }, body: constant(look)';
    expect(markupIn("app/_plain-pages/answer.ts", line)).toEqual([]);
    expect(markupIn("app/_plain-pages/answer.ts", "box.innerHTML = text;")).toHaveLength(1);
  });

  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of source, not a template
    "<Link href={`/disputes/${row.disputeId}`}>{row.title}</Link>",
    "<a href={webAddress(link.url) ?? undefined}>{name}</a>",
    "const url = webAddress(link.url);\n<a href={url}>{name}</a>",
    '<form method="dialog" onSubmit={search} role="search">',
    '<form\n  method="dialog"\n  onSubmit={send}\n>',
    '<form method="get" action="/audit" role="search">',
    "<p>{note.text}</p>",
    "const { address } = place;",
  ])("is not seen in %s", (text) => expect(found(text)).toBe(0));
});
