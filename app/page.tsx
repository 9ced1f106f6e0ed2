import { redirect } from "next/navigation";
import { placesOf } from "@/app/_frame/places";
import { requireSignIn } from "@/app/_trpc/server";

/** Redirects each role to its own first page. */
export default async function Home(): Promise<never> {
  const { actor } = await requireSignIn();
  redirect(placesOf[actor.role][0].href);
}
