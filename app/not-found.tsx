import { NothingHere } from "@/app/_frame/nothing-here";
import { PlainFrame } from "@/app/_frame/plain-frame";

/** An unknown address, outside every frame. */
export default function NotFound() {
  return (
    <PlainFrame>
      <NothingHere />
    </PlainFrame>
  );
}
