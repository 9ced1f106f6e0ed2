import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/app/_ui/actions/link";
import { Empty } from "@/app/_ui/feedback/empty";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import { RowAction } from "@/app/_ui/lists/row-action";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import styles from "./admin.module.css";
import { countyKey, type PlaceTree as Tree } from "./place-choice";
import { useHoursText } from "./use-hours-text";

const page = "/admin/places";

interface NodeProps {
  id: string;
  name: string;
  depth: 0 | 1 | 2;
  chosenId?: string;
  disabledAt: string | null;
  facts: readonly ReactNode[];
  add?: { href: string; label: string };
  children?: ReactNode;
}

function Node({ id, name, depth, chosenId, disabledAt, facts, add, children }: NodeProps) {
  const t = useTranslations("admin.places");
  return (
    <li>
      <div className={styles.node} data-depth={depth} data-chosen={id === chosenId || undefined}>
        <Link
          href={`${page}?at=${id}`}
          scroll={false}
          className={styles.name}
          aria-current={id === chosenId ? "true" : undefined}
        >
          {name}
        </Link>
        {disabledAt ? <Tag tone="line">{t("closed")}</Tag> : null}
        <span className={styles.words}>
          <Facts items={facts} />
        </span>
        {add && !disabledAt ? (
          <span className={styles.add}>
            <RowAction href={add.href}>
              {add.label}
              <span className="sr-only">（{name}）</span>
            </RowAction>
          </span>
        ) : null}
      </div>
      {children}
    </li>
  );
}

/** County → station → contact point → room on one sheet, and the committees below. */
export function PlaceTree({ tree, chosenId }: { tree: Tree; chosenId?: string }) {
  const t = useTranslations("admin.places");
  const kind = useTranslations("vocabulary.pointKinds");
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  /** Names stand alone here, where they are edited; whoever reads English has the English among the facts. */
  const english = ({ nameEn }: { nameEn: string }) => isEnglish && nameEn;
  const hoursText = useHoursText();
  return (
    <>
      <Sheet flush>
        <ul className={styles.tree} aria-label={t("tree")}>
          <Node
            id={countyKey}
            name={tree.county.name}
            depth={0}
            chosenId={chosenId}
            disabledAt={null}
            facts={[english(tree.county), t("county")]}
          />
          {tree.stations.map((station) => (
            <Node
              key={station.id}
              {...station}
              depth={0}
              chosenId={chosenId}
              facts={[
                english(station),
                station.code,
                t("people", { count: station.people }),
                station.points.length === 0 && t("noPoints"),
              ]}
              add={{ href: `${page}?add=point&under=${station.id}`, label: t("addPoint") }}
            >
              <ul>
                {station.points.map((point) => (
                  <Node
                    key={point.id}
                    {...point}
                    depth={1}
                    chosenId={chosenId}
                    facts={[english(point), kind(point.kind), point.address, point.phone && format.phone(point.phone)]}
                    add={{ href: `${page}?add=room&under=${point.id}`, label: t("addRoom") }}
                  >
                    <ul>
                      {point.rooms.map((room) => (
                        <Node
                          key={room.id}
                          {...room}
                          depth={2}
                          chosenId={chosenId}
                          facts={[english(room), t("seats", { count: room.seats }), hoursText(room.hours)]}
                        />
                      ))}
                    </ul>
                  </Node>
                ))}
              </ul>
            </Node>
          ))}
        </ul>
      </Sheet>
      <Sheet flush>
        {tree.committees.length === 0 ? <Empty>{t("noCommittees")}</Empty> : null}
        <ul className={styles.tree} aria-label={t("committees")}>
          {tree.committees.map((committee) => (
            <Node
              key={committee.id}
              {...committee}
              depth={0}
              chosenId={chosenId}
              facts={[english(committee), committee.dossierWord, t("people", { count: committee.people })]}
            />
          ))}
        </ul>
      </Sheet>
    </>
  );
}
