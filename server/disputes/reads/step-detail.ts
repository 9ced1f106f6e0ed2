/** What the sentence of a next step names: whom it concerns, which session, which obligation. */
export interface StepDetail {
  /** Adults and organisations, at most three; minors are counted in `others` only. */
  names: string[];
  others: number;
  /** The step waits for somebody who does not exist: the committee has no other head to seal what its head mediated. */
  isNobody?: true;
  session: { ordinal: number; startsAt: string; endsAt: string; room: string; isRunning: boolean } | null;
  obligation: { kind: "pay" | "act" | "refrain"; amountFen: number | null; dueOn: string } | null;
}

/** What `app.step_details` gives of a proceeding; nothing where its step names nobody. */
export interface StepNames {
  /** In their order, null for a minor. */
  people: (string | null)[] | null;
  session: StepDetail["session"];
  obligation: StepDetail["obligation"];
}

const namesMost = 3;

/** The detail of a step as its sentence says it. Who has several tasks is named once. */
export function stepDetailOf(found: StepNames | null): StepDetail {
  const people = found?.people ?? [];
  const all = [...new Set(people.filter((name) => name !== null))];
  const names = all.slice(0, namesMost);
  const others = all.length - names.length + people.filter((name) => name === null).length;
  const isNobody = found?.people?.length === 0;
  return {
    ...{ names, others, session: found?.session ?? null, obligation: found?.obligation ?? null },
    ...(isNobody ? { isNobody } : {}),
  };
}
