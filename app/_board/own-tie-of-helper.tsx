"use client";
import { useRouter } from "next/navigation";
import type { OwnTieProps } from "./own-tie";
import { OwnTieForm } from "./own-tie-form";

/** The form for a helper, who leaves for their list when they have said it. */
export function OwnTieOfHelper(props: OwnTieProps) {
  const router = useRouter();
  return <OwnTieForm {...props} onDone={() => router.push("/my-sessions")} />;
}
