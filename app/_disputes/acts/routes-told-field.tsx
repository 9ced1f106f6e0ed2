import { useTranslations } from "next-intl";
import { CheckField } from "@/app/_ui/fields/check-field";
import { Stack } from "@/app/_ui/layout/columns";
import { type OtherRoute, otherRoutes } from "@/db/vocabulary";

interface RoutesToldFieldProps {
  isPolice: boolean;
  routes: readonly OtherRoute[];
  onChange: (routes: readonly OtherRoute[]) => void;
}

/** Which other routes people were told of (人民调解法 26；程序规定 185). */
export function RoutesToldField({ isPolice, routes, onChange }: RoutesToldFieldProps) {
  const t = useTranslations("endings.end");
  const words = useTranslations("vocabulary.otherRoutes");
  const toggle = (route: OtherRoute, isTold: boolean) =>
    onChange(isTold ? [...routes, route] : routes.filter((one) => one !== route));
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{t("routes")}</legend>
      <p style={{ color: "var(--ink-3)", fontSize: "var(--t-xs)" }}>
        {t(isPolice ? "routesHintPolice" : "routesHint")}
      </p>
      <Stack gap={4}>
        {otherRoutes.map((route) => (
          <CheckField
            key={route}
            label={words(route)}
            checked={routes.includes(route)}
            onChange={(event) => toggle(route, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </fieldset>
  );
}
