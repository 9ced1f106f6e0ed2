import { setTimeout as wait } from "node:timers/promises";
import { browser, newKey } from "./browser.mjs";

/** Of the demo accounts; only this machine reaches them. */
const password = "Demo-Zhongtiao-2026";
const pauseMs = 150;

/**
 * A bounded load through nginx: four people register disputes, one after the other, and look each up by searching; one
 * reads the overview. Whatever is not answered is asked again with the same key, as the product's own pages do.
 * @param {string} base
 */
export async function startLoad(base) {
  let isOn = true;
  let made = 0;
  /** @type {{ title: string, at: number, tries: number }[]} */
  const acknowledged = [];
  /** @type {Map<string, number>} */
  const answers = new Map();
  /** @type {string[]} */
  const notFound = [];
  let overviews = 0;
  const people = await Promise.all(
    ["mediator", "mediator", "mediator", "mediator", "head"].map(async (name) => {
      const one = browser(base);
      await one.signIn(name, password);
      return one;
    }),
  );
  const head = people.pop();
  /** @param {ReturnType<typeof browser> | undefined} who @param {string} procedure @param {unknown} input */
  async function untilAnswered(who, procedure, input) {
    for (let tries = 1; isOn || tries === 1; tries += 1) {
      const { status, data } = who ? await who.call(procedure, input) : { status: 0, data: null };
      answers.set(`${procedure} ${status}`, (answers.get(`${procedure} ${status}`) ?? 0) + 1);
      if (status === 200) return { data, tries };
      await wait(250);
    }
    return null;
  }

  /** @param {ReturnType<typeof browser>} who */
  async function register(who) {
    while (isOn) {
      made += 1;
      const title = `试运行${inSigns(made)}`;
      const act = await untilAnswered(who, "disputes.register", { key: newKey(), input: dispute(title) });
      if (!act) return;
      acknowledged.push({ title, at: performance.now(), tries: act.tries });
      const found = await untilAnswered(who, "disputes.list", { q: title });
      if (found && !JSON.stringify(found.data).includes(title)) notFound.push(title);
      await wait(pauseMs);
    }
  }
  async function look() {
    while (isOn) {
      if (await untilAnswered(head, "overview.overview", {})) overviews += 1;
      await wait(4 * pauseMs);
    }
  }
  const running = [...people.map(register), look()];
  return {
    acknowledged,
    answers,
    notFound,
    overviews: () => overviews,
    async stop() {
      isOn = false;
      await Promise.all(running);
    },
  };
}

/** A number without digits, because whoever searches for many numbers is slowed. @param {number} n */
const inSigns = (n) => [...String(n).padStart(5, "0")].map((digit) => "甲乙丙丁戊己庚辛壬癸"[Number(digit)]).join("");

/** @param {string} title */
const dispute = (title) => ({
  source: "walkIn",
  type: "neighbour",
  place: "试运行路 1 号",
  title,
  facts: "楼上漏水，双方说法不一。",
  asked: {
    injury: "no",
    threat: "no",
    familyViolence: "no",
    livelihood: "no",
    judgedByCourt: "no",
    inCourt: "no",
    acceptedElsewhere: "no",
  },
  parties: [
    { side: 1, standing: "applicant", name: "甲" },
    { side: 2, standing: "respondent", name: "乙" },
  ],
});
