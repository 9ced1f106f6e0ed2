import type { ReactNode } from "react";
import { frameOf } from "@/app/_frame/places";
import { requireSignIn } from "@/app/_trpc/server";
import OfficeLayout from "@/app/(office)/layout";
import PhoneLayout from "@/app/(phone)/layout";

/** Pages that people of every kind open at one address, each in their own frame. */
export default async function OwnLayout({ children }: { children: ReactNode }) {
  const { actor } = await requireSignIn();
  return frameOf(actor.role) === "phone" ? (
    <PhoneLayout>{children}</PhoneLayout>
  ) : (
    <OfficeLayout>{children}</OfficeLayout>
  );
}
