import { v7 } from "uuid";

/** Makes ids of the moment `at` that sort in the order in which they were made, so that lists of the demo keep it. */
export function idsInOrder(at: Date): () => string {
  let seq = 0;
  return () => {
    seq += 1;
    return v7({ msecs: at.getTime(), seq });
  };
}
