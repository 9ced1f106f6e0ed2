/** Waits until the telling has come to this moment. */
export type Reach = (at: Date) => Promise<void>;
export type Story = (reach: Reach) => Promise<void>;

interface Waiting {
  at: number;
  order: number;
  goOn: () => void;
}

/**
 * Tells several stories one act at a time: whichever waits for the earliest moment goes on first, so that numbers are taken
 * in the order of their days. The same every time. The error of a story ends the telling.
 */
export async function inTurns(stories: readonly Story[]): Promise<void> {
  const waiting: Waiting[] = [];
  let order = 0;
  // Called whenever the story that has the turn waits for a moment to come, or is over.
  let giveBack = (_error?: unknown): void => {};
  const untilGivenBack = (go: () => void) =>
    new Promise<void>((resolve, reject) => {
      giveBack = (error) => (error === undefined ? resolve() : reject(error));
      go();
    });
  const reach: Reach = (at) =>
    new Promise((goOn) => {
      order += 1;
      waiting.push({ at: at.getTime(), order, goOn });
      giveBack();
    });
  for (const story of stories)
    await untilGivenBack(() => {
      story(reach).then(
        () => giveBack(),
        (error) => giveBack(error ?? new Error("a story failed")),
      );
    });
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.at - b.at || a.order - b.order);
    const next = waiting.shift();
    if (next) await untilGivenBack(next.goOn);
  }
}
