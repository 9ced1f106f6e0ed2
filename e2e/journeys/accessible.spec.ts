import { expect, expectAccessible, test } from "../fixtures";

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><title>一页</title><main><h1>一页</h1>${body}</main></html>`;

const good = [
  "<button>保存</button>",
  '<p style="color: #111; background: #fff">几个字</p>',
  '<div class="ground"><p>几个字</p></div>',
  '<label for="a">姓名</label><input id="a">',
  '<img src="data:," alt="图">',
  '<button role="switch" aria-checked="true">打开</button>',
  "<ul><li>第一</li></ul>",
  "<h2>一节</h2><h3>一段</h3>",
].join("");

/** Each takes something away from a page that was found good. */
const faults: readonly (readonly [string, string])[] = [
  ["a button that lost its words", "<button></button>"],
  ["words too pale to read", '<p style="color: #ddd; background: #fff">几个字</p>'],
  ["the same words on another ground", '<div style="background: #111"><p>几个字</p></div>'],
  ["a label that names another field", '<label for="b">姓名</label><input id="a">'],
  ["a picture without words", '<img src="data:,">'],
  ["a state no widget has", '<button role="switch" aria-checked="perhaps">打开</button>'],
  ["an item outside of its list", "<li>第一</li>"],
  ["a heading that leaves out a level", "<h3>一段</h3>"],
];

test("axe passes over a page of which it has seen every element, and over no fault among them", async ({
  page: shown,
}) => {
  await shown.setContent(page(good));
  expect(await expectAccessible(shown)).toBe(true);
  await shown.setContent(page(`${good}<button>取消</button><ul><li>第一</li><li>第二</li></ul>`));
  expect(await expectAccessible(shown)).toBe(false);
  for (const [title, body] of faults) {
    await shown.setContent(page(body));
    await expect(expectAccessible(shown), title).rejects.toThrow();
  }
});
