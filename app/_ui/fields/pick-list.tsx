"use client";
import { Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Kit } from "../theme/kit";
import { fieldLook } from "./field-look";
import type { PickFieldProps } from "./pick-field-props";

/** PickField with its list. It is first drawn when the focus came into the field, so it takes the focus and opens. */
export function PickList({ label, hint, error, options, ...rest }: PickFieldProps) {
  const t = useTranslations("ui.field");
  return (
    <Kit>
      <Select
        data={[...options]}
        searchable
        autoFocus
        defaultDropdownOpened
        comboboxProps={{ withinPortal: false }}
        nothingFoundMessage={t("nothingFound")}
        {...rest}
        {...fieldLook({ label, hint, error })}
      />
    </Kit>
  );
}
