import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { Line, Stack } from "@/app/_ui/layout/columns";
import { DataTable } from "@/app/_ui/lists/data-table";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { TemplateLine, TemplateSheet } from "@/server/papers/reads/template-sheet";
import { AddButton } from "./add-button";
import { WithdrawButton } from "./withdraw-button";

type PaperTemplates = TemplateSheet["papers"][number];

/** Each paper with our template, those that were added, and by which its Word files are made today. */
export function PaperTemplateTable({ sheet, today }: { sheet: TemplateSheet; today: string }) {
  const t = useTranslations("templates.papers");
  const kinds = useTranslations("vocabulary.paperKinds");
  return (
    <DataTable
      caption={t("title")}
      rows={sheet.papers}
      keyOf={({ kind }) => kind}
      columns={[
        { key: "paper", head: t("paper"), label: t("paper"), cell: ({ kind }) => <b>{kinds(kind)}</b> },
        {
          key: "standard",
          head: t("standard"),
          label: t("standard"),
          cell: ({ kind, inUse }) => (
            <Stack gap={4}>
              <Files of={kind} name={kinds(kind)} />
              {inUse === null ? <Tag>{t("inUse")}</Tag> : null}
            </Stack>
          ),
        },
        {
          key: "own",
          head: t("own"),
          label: t("own"),
          cell: (paper) => <OwnTemplates paper={paper} isOfCounty={sheet.isOfCounty} />,
        },
        {
          key: "acts",
          head: "",
          label: t("add.open"),
          cell: ({ kind }) => <AddButton kind={kind} today={today} />,
        },
      ]}
    />
  );
}

/** The template itself, and its paper with invented facts. */
function Files({ of, name }: { of: string; name: string }) {
  const t = useTranslations("templates.papers");
  return (
    <Line gap={8}>
      <Link href={`/api/paper-templates/${of}/template`} aria-label={t("downloadOf", { name })}>
        {t("download")}
      </Link>
      <Link href={`/api/paper-templates/${of}/preview`} aria-label={t("previewOf", { name })}>
        {t("preview")}
      </Link>
    </Line>
  );
}

function OwnTemplates({ paper, isOfCounty }: { paper: PaperTemplates; isOfCounty: boolean }) {
  const t = useTranslations("templates.papers");
  if (paper.templates.length === 0) return t("none");
  return (
    <Stack gap={12}>
      {paper.templates.map((template) => (
        <OneTemplate
          key={template.id}
          template={template}
          isInUse={template.id === paper.inUse}
          isOwn={template.isOfCounty === isOfCounty}
        />
      ))}
    </Stack>
  );
}

interface OneTemplateProps {
  template: TemplateLine;
  isInUse: boolean;
  isOwn: boolean;
}

function OneTemplate({ template, isInUse, isOwn }: OneTemplateProps) {
  const t = useTranslations("templates.papers");
  const kinds = useTranslations("vocabulary.paperKinds");
  const f = useFormat();
  const { id, kind, version, isOfCounty, withdrawnAt, isFit } = template;
  const name = t(isOfCounty ? "versionOfCounty" : "version", { paper: kinds(kind), version });
  return (
    <Stack gap={4}>
      <Line gap={8}>
        <b>{t(isOfCounty ? "numberOfCounty" : "number", { version })}</b>
        <span>{t("from", { day: f.day(template.validFrom) })}</span>
        {isInUse ? <Tag>{t("inUse")}</Tag> : null}
        {!isFit && !withdrawnAt ? <Tag tone="amber">{t("unfit")}</Tag> : null}
      </Line>
      <Facts items={[template.name, template.addedBy, f.day(template.addedAt)]} />
      {withdrawnAt ? (
        <span>
          {t("withdrawn", {
            ...{ day: f.day(withdrawnAt), by: template.withdrawnBy ?? "", reason: template.withdrawnReason ?? "" },
          })}
        </span>
      ) : null}
      <Line gap={8}>
        <Files of={id} name={name} />
        {isOwn && !withdrawnAt ? <WithdrawButton templateId={id} name={name} /> : null}
      </Line>
    </Stack>
  );
}
