import * as z from "zod";
import { countySmsPort } from "./county-sms";
import { mailPort } from "./mail";
import type { Ports } from "./port";
import { recordingPort } from "./recording";
import { dingtalkPort, wecomPort } from "./robots";

const address = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(" or ")}`,
  });
/** Phones and names leave by these: without https only to this machine, or where the installation permits it by name. */
const web = (isPlainAllowed: boolean) =>
  address("https:", "http:").refine(
    (text) =>
      isPlainAllowed ||
      new URL(text).protocol === "https:" ||
      /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(text).hostname),
    { error: "must begin with https://; to send without it nevertheless: ALLOW_UNSAFE=http" },
  );

/** Every setting of the ports; an unknown name that begins like one of them is a mistake. */
const settingsWith = (site: ReturnType<typeof web>) =>
  z
    .strictObject({
      SMTP_URL: address("smtp:", "smtps:").optional(),
      MAIL_FROM: z.string().includes("@", { error: "must hold a mail address" }).optional(),
      SMS_URL: site.optional(),
      SMS_KEY: z.string().min(16, { error: "must have 16 characters or more" }).optional(),
      WECOM_ROBOT_URL: site.optional(),
      DINGTALK_ROBOT_URL: site.optional(),
      DINGTALK_SECRET: z.string().min(1).optional(),
    })
    .superRefine((all, context) => {
      const pairs = [
        ["SMTP_URL", "MAIL_FROM"],
        ["SMS_URL", "SMS_KEY"],
        ["DINGTALK_ROBOT_URL", "DINGTALK_SECRET"],
      ] as const;
      for (const [a, b] of pairs) {
        if ((all[a] === undefined) !== (all[b] === undefined))
          context.addIssue({
            code: "custom",
            path: [all[a] === undefined ? a : b],
            message: `is missing beside ${all[a] === undefined ? b : a}`,
          });
      }
    });
const ours = /^(SMTP|MAIL|SMS|WECOM|DINGTALK)_/;

/**
 * The ports that the settings name. Without any, mail and text messages are written to `outbox` and not sent, and
 * there is no robot. An unknown setting, half of a pair or a malformed address stops the worker at its start.
 */
export function portsFrom(env: NodeJS.ProcessEnv, outbox: string | null): Ports {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => ours.test(name) && value));
  const isPlainAllowed = (env.ALLOW_UNSAFE ?? "").split(",").some((each) => each.trim() === "http");
  const read = settingsWith(web(isPlainAllowed)).safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) =>
      issue.code === "unrecognized_keys"
        ? `${issue.keys.join(", ")}: no such setting`
        : `${issue.path.join(".")} ${issue.message}`,
    );
    throw new Error(`Notifications cannot be sent as set: ${faults.join("; ")}`);
  }
  const { SMTP_URL, MAIL_FROM, SMS_URL, SMS_KEY, WECOM_ROBOT_URL, DINGTALK_ROBOT_URL, DINGTALK_SECRET } = read.data;
  return {
    email: SMTP_URL && MAIL_FROM ? mailPort(SMTP_URL, MAIL_FROM) : recordingPort("email", outbox),
    sms: SMS_URL && SMS_KEY ? countySmsPort(SMS_URL, SMS_KEY) : recordingPort("sms", outbox),
    wecom: WECOM_ROBOT_URL ? wecomPort(WECOM_ROBOT_URL) : null,
    dingtalk: DINGTALK_ROBOT_URL && DINGTALK_SECRET ? dingtalkPort(DINGTALK_ROBOT_URL, DINGTALK_SECRET) : null,
  };
}
