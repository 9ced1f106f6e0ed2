import type { SelectProps } from "@mantine/core";
import type { FieldWords } from "./field-look";
import type { Option } from "./select-field";

export type PickFieldProps = FieldWords &
  Pick<SelectProps, "placeholder" | "clearable" | "disabled" | "limit"> & {
    options: readonly Option[];
    value: string | null;
    onChange: (value: string | null) => void;
  };
