import { redirect } from "next/navigation";
import { frameOf } from "@/app/_frame/places";
import { requireSignIn } from "@/app/_trpc/server";

/** The short address in text messages: the reader's notifications, in the frame of their role. */
export default async function ShortWay() {
  const { actor } = await requireSignIn();
  redirect(frameOf(actor.role) === "phone" ? "/my-notices" : "/notices");
}
