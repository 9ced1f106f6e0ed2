"use client";
import { ChangePasswordForm } from "@/app/_frame/change-password-form";

/** Joins the form to the procedure. Until `account.changePassword` is there it refuses every change. */
export function ChangePassword({ isForced }: { isForced: boolean }) {
  return <ChangePasswordForm isForced={isForced} submit={async () => ({ code: "unexpected" })} />;
}
