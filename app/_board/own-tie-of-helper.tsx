"use client";
import { useRouter } from "next/navigation";
import { OwnTieForm } from "./own-tie-form";

interface OwnTieOfHelperProps {
  disputeId: string;
  parties: readonly { id: string; name: string }[];
}

/** The form for a helper, who leaves for their list when they have said it. */
export function OwnTieOfHelper(props: OwnTieOfHelperProps) {
  const router = useRouter();
  return <OwnTieForm {...props} onDone={() => router.push("/my-sessions")} />;
}
