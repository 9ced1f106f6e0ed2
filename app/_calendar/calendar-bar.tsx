import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import styles from "./calendar.module.css";
import { OfSelect } from "./of-select";
import { hrefOf, type Wanted } from "./view";

interface CalendarBarProps {
  wanted: Wanted;
  rooms: readonly { id: string; name: string; point: string }[];
  people: readonly { id: string; name: string; post: string | null }[];
}

/** Chooses the view, whose calendar is shown, and the room or person; links to the pages about one's own time. */
export async function CalendarBar({ wanted, rooms, people }: CalendarBarProps) {
  const t = await getTranslations("calendar");
  const { view, scope } = wanted;
  const choices =
    scope === "people"
      ? people.map(({ id, name, post }) => ({ value: id, label: [name, post].filter(Boolean).join(" · ") }))
      : [
          { value: "", label: t("allRooms") },
          ...rooms.map(({ id, name, point }) => ({ value: id, label: `${point} ${name}` })),
        ];
  const pill = (label: string, change: Partial<Wanted>, isChosen: boolean) => ({
    label,
    href: hrefOf(wanted, change),
    isChosen,
  });
  return (
    <div className={styles.bar}>
      <FilterPills
        label={t("views")}
        pills={(["day", "week", "month"] as const).map((one) => pill(t(`view.${one}`), { view: one }, view === one))}
      />
      <FilterPills
        label={t("scopes")}
        pills={(["mine", "rooms", "people"] as const).map((one) =>
          pill(t(`scope.${one}`), { scope: one, of: "" }, scope === one),
        )}
      />
      {view !== "day" && scope !== "mine" ? (
        <OfSelect
          label={t(`of.${scope}`)}
          options={choices}
          value={wanted.of || (choices[0]?.value ?? "")}
          query={hrefOf(wanted, { of: "" }).slice(1)}
        />
      ) : null}
      <span className={styles.ways}>
        <ButtonLink small href="/calendar/availability">
          {t("ownTime")}
        </ButtonLink>
        <ButtonLink small href="/town-halls">
          {t("townHalls")}
        </ButtonLink>
        <ButtonLink small href={hrefOf(wanted, { isFeedsOpen: true })} scroll={false}>
          {t("feeds.title")}
        </ButtonLink>
      </span>
    </div>
  );
}
