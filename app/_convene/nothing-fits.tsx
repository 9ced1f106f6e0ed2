import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { type Choice, type Plan, relaxed } from "./choice";
import { usePlanWords } from "./use-plan-words";

/** No session is planned further ahead. */
const longest = 60;

interface NothingFitsProps {
  disputeId: string;
  plan: Plan;
  onRelax: (choice: Choice) => void;
  onLookFurther: (days: number) => void;
}

/** No hour suits everyone: the fewest people who prevent one, and what to change first. Nearest misses: see the matrix. */
export function NothingFits({ disputeId, plan, onRelax, onLookFurther }: NothingFitsProps) {
  const t = useTranslations("convene.nothing");
  const words = usePlanWords(plan);
  const helping = plan.blockers.flatMap((who) => {
    const choice = relaxed(plan, who);
    return choice ? [{ who, choice }] : [];
  });
  const [first] = helping;
  const days = Math.min(longest, plan.days * 2);
  const further =
    days > plan.days ? (
      <Button small onClick={() => onLookFurther(days)}>
        {t("further", { days })}
      </Button>
    ) : null;
  if (plan.tried === 0) {
    return (
      <Banner
        tone="amber"
        action={
          <>
            {further}
            <ButtonLink small href={`/disputes/${disputeId}/sessions`}>
              {t("byHand")}
            </ButtonLink>
          </>
        }
      >
        {t("noRoom")}
      </Banner>
    );
  }
  return (
    <Banner
      tone="amber"
      action={
        <>
          {first ? (
            <Button small onClick={() => onRelax(first.choice)}>
              {t("relax", { name: words.nameOf(first.who) })}
            </Button>
          ) : null}
          {further}
        </>
      }
    >
      {t("blocked", { count: plan.blockers.length, names: words.names(plan.blockers), days: plan.days })}
    </Banner>
  );
}
