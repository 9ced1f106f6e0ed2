"use client";
import { ChangePasswordForm } from "@/app/_frame/change-password-form";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";

/** Joins the form to the procedure. */
export function ChangePassword({ isForced }: { isForced: boolean }) {
  const trpc = useTRPC();
  // Not refreshed: a forced change would turn into an ordinary one before it could say that it is done.
  const change = useAct(trpc.account.changePassword.mutationOptions(), { refresh: false });
  return (
    <ChangePasswordForm
      isForced={isForced}
      problem={change.problem}
      submit={async (passwords) => (await change.run(passwords)) !== null}
    />
  );
}
