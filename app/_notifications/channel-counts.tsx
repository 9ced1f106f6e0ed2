import { useTranslations } from "next-intl";
import { Empty } from "@/app/_ui/feedback/empty";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { ChannelCount } from "@/server/notifications/queries";
import styles from "./notifications.module.css";

/** For the administrator: messages sent in thirty days by channel, and those only stored because no channel is set up. */
export function ChannelCounts({ counts }: { counts: readonly ChannelCount[] }) {
  const t = useTranslations("notifications.counts");
  const channels = useTranslations("vocabulary.channels");
  const isRecorded = counts.some((count) => count.recorded > 0);
  return (
    <Sheet labelledBy="counts">
      <SectionHead id="counts" title={t("title")} note={t("note")} />
      {counts.length === 0 ? (
        <Empty>{t("none")}</Empty>
      ) : (
        <table className={styles.counts}>
          <thead>
            <tr>
              <th scope="col">{t("way")}</th>
              <th scope="col">{t("sent")}</th>
              <th scope="col">{t("recorded")}</th>
              <th scope="col">{t("waiting")}</th>
              <th scope="col">{t("failed")}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ channel, sent, recorded, waiting, failed }) => (
              <tr key={channel}>
                <th scope="row">{channels(channel)}</th>
                <td>{sent}</td>
                <td>{recorded}</td>
                <td>{waiting}</td>
                <td>{failed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isRecorded ? <p>{t("notSetUp")}</p> : null}
    </Sheet>
  );
}
