import { KeepFocus } from "@/app/_ui/actions/keep-focus";
import { FaultFocus } from "./fault-focus";

/** Leaves the focus where a control disappeared, and leads to a fault that has just been shown. */
export function FocusGuards() {
  return (
    <>
      <KeepFocus />
      <FaultFocus />
    </>
  );
}
