import { NothingHere } from "@/app/_frame/nothing-here";
import { PlainFrame } from "@/app/_frame/plain-frame";

/** An address nobody knows, outside every frame. */
export default function NotFound() {
  return (
    <PlainFrame>
      <NothingHere />
    </PlainFrame>
  );
}
