import { describe, expect, it } from "vitest";
import { onPage, onTheWeb, ownPath, telephone } from "./addresses";
import { constant, flag, type Html, html } from "./html";

const script = `javascript:zt()//"><img src=x onerror=zt()></textarea><script>zt()</script>&'`;
const safe =
  "javascript:zt()//&quot;&gt;&lt;img src=x onerror=zt()&gt;&lt;/textarea&gt;&lt;script&gt;zt()&lt;/script&gt;&amp;&#39;";

describe("what is filled into a document", () => {
  it("is text between tags and in values, whatever signs it has", () => {
    expect(html`<p>${script}</p>`.text).toBe(`<p>${safe}</p>`);
    expect(html`<p title="${script}" lang="${"zh"}">a</p>`.text).toBe(`<p title="${safe}" lang="zh">a</p>`);
    expect(html`<p data-x="a ${script}">${[script, 7]}</p>`.text).toBe(`<p data-x="a ${safe}">${safe}7</p>`);
    expect(html`<textarea name="a">${script}</textarea>`.text).toBe(`<textarea name="a">${safe}</textarea>`);
  });

  it("keeps markup that was made here, once, and leaves nothing of what is absent", () => {
    expect(html`<ul>${[html`<li>${"<"}</li>`, null, false, undefined]}</ul>`.text).toBe("<ul><li>&lt;</li></ul>");
    expect(html`<input type="radio"${flag("checked", true)}${flag("autofocus", false)}>`.text).toBe(
      '<input type="radio" checked>',
    );
  });

  it.each<[string, () => Html]>([
    ["a tag", () => html`<p ${script}>a</p>`],
    ["a tag's name", () => html`<${script}>`],
    ["a value without quotes", () => html`<p title=${script}>a</p>`],
    ["a value in single quotes", () => html`<p title='${script}'>a</p>`],
    ["a handler", () => html`<p onclick="${script}">a</p>`],
    ["a style", () => html`<p style="color: ${script}">a</p>`],
    ["a script", () => html`<script>let a = "${script}";</script>`],
    ["a style sheet", () => html`<style nonce="${"n"}">p{color:${"red"}}</style>`],
    ["an address", () => html`<a href="${script}">a</a>`],
    ["part of an address", () => html`<a href="/x/${script}">a</a>`],
    ["the address of a form", () => html`<form action="${script}"></form>`],
    ["a template left open", () => html`<p title="${"a"}`],
    ["markup in a value", () => html`<p title="${html`<b>`}">a</p>`],
    ["an address as text of a title", () => html`<p title="${onPage("a")}">a</p>`],
  ])("is refused in %s", (_where, make) => expect(make).toThrow());

  it("goes on after an element whose content is constant", () => {
    const look = constant("<style>p{}</style>");
    expect(html`<head>${look}</head><script>a < b</script><p>${"<"}</p>`.text).toBe(
      "<head><style>p{}</style></head><script>a < b</script><p>&lt;</p>",
    );
  });
});

describe("an address", () => {
  it("is a path of ours, a place on the page, a telephone number, or https", () => {
    const text = (address: { text: string } | null) => address?.text;
    expect(html`<a href="${ownPath("/i/abc?done=a&b=c#x")}">a</a>`.text).toBe(
      '<a href="/i/abc?done=a&amp;b=c#x">a</a>',
    );
    expect(text(onPage('a" onclick="zt()'))).toBe("#a%22%20onclick%3D%22zt()");
    expect(text(telephone("138 0000-1234"))).toBe("tel:13800001234");
    expect(text(telephone(script))).toBe("tel:");
    expect(text(onTheWeb("https://meet.example/a"))).toBe("https://meet.example/a");
    for (const bad of [script, "javascript:zt()", "http://meet.example/", "//elsewhere.example", null])
      expect(onTheWeb(bad)).toBeNull();
    for (const bad of ["//elsewhere.example", "/\\elsewhere.example", '/a"b', "/a b"] as const)
      expect(() => ownPath(bad as `/${string}`)).toThrow();
  });
});
