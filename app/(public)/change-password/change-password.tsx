"use client";
import { ChangePasswordForm } from "@/app/_frame/change-password-form";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";

export function ChangePassword({ isForced }: { isForced: boolean }) {
  const trpc = useTRPC();
  // Not refreshed: once the change is done the page would no longer show the forced form, and so not its confirmation.
  const change = useAct(trpc.account.changePassword.mutationOptions(), { refresh: false });
  return (
    <ChangePasswordForm
      isForced={isForced}
      problem={change.problem}
      submit={async (passwords) => (await change.run(passwords)) !== null}
    />
  );
}
