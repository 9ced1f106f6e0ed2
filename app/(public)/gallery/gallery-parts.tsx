"use client";
import { useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Button, ButtonLink } from "@/app/_ui/button";
import { Clock } from "@/app/_ui/clock";
import { Line, Stack } from "@/app/_ui/columns";
import { DataTable } from "@/app/_ui/data-table";
import { Dialog } from "@/app/_ui/dialog";
import { Empty } from "@/app/_ui/empty";
import { ErrorNote } from "@/app/_ui/error-note";
import { Figure, FigureStrip } from "@/app/_ui/figure";
import { FileRow } from "@/app/_ui/file-row";
import { Glyph } from "@/app/_ui/glyph";
import { LaneCard } from "@/app/_ui/lane-card";
import { LaneChip } from "@/app/_ui/lane-chip";
import { Mark } from "@/app/_ui/mark";
import { PageHead } from "@/app/_ui/page-head";
import { ProblemNote } from "@/app/_ui/problem-note";
import { Risk } from "@/app/_ui/risk";
import { SectionHead } from "@/app/_ui/section-head";
import { Sheet } from "@/app/_ui/sheet";
import { SideStamp } from "@/app/_ui/side-stamp";
import { Skeleton } from "@/app/_ui/skeleton";
import { StageArrows } from "@/app/_ui/stage-arrows";
import { StageMini } from "@/app/_ui/stage-mini";
import { Strip } from "@/app/_ui/strip";
import { Tag } from "@/app/_ui/tag";
import { Change, Timeline } from "@/app/_ui/timeline";
import { showToast } from "@/app/_ui/toasts";
import { useFormat } from "@/app/_ui/use-format";
import { GalleryFrame, usePair } from "./gallery-frame";

const now = new Date("2026-11-24T01:12:00Z");

/** Everything the three big pictures do not show. */
export function GalleryParts() {
  const say = usePair();
  const f = useFormat(now);
  const [isOpen, setOpen] = useState(false);
  const forces = [
    { code: "court", name: say("法庭", "Court"), asked: 22, accepted: 14, wait: 18 },
    { code: "town", name: say("镇干部", "Town cadre"), asked: 41, accepted: 38, wait: 2 },
    { code: "village", name: say("村（社区）干部", "Village cadre"), asked: 8, accepted: 7, wait: 1 },
  ];
  return (
    <GalleryFrame>
      <PageHead title={say("部件", "Parts")} note={say("每样一份", "One of each")} />
      <FigureStrip label={say("主要数字", "Main figures")}>
        <Figure
          label={say("化解率", "Resolved")}
          value="96.4"
          unit="%"
          href="/disputes?f=1"
          parts={say("化解 298 / 收到 309", "298 of 309")}
          change={{ direction: "up", words: say("同比 2.1 个百分点", "+2.1 points on last year"), judgement: "better" }}
        />
        <Figure
          label={say("履行率", "Kept")}
          value="88.6"
          unit="%"
          href="/disputes?f=2"
          parts={say("全部履行 78 / 到期 88", "78 of 88 due")}
          change={{ direction: "down", words: say("同比 3.4 个百分点", "−3.4 points"), judgement: "worse" }}
        />
        <Figure label={say("调解成功", "Agreed")} value="7 / 8" parts={say("样本少", "Few cases")} />
        <Figure
          label={say("办理天数，中位", "Days, median")}
          value="11"
          unit={say("天", "days")}
          parts={say("159 件，最长 58 天", "159 cases, longest 58")}
        />
      </FigureStrip>
      <Sheet>
        <SectionHead title={say("按钮与标记", "Buttons and marks")} />
        <Stack>
          <Line>
            <Button variant="go" kbd="↵">
              {say("发出约请", "Send")}
            </Button>
            <Button>{say("再催一次", "Remind")}</Button>
            <Button small>{say("打开看看", "Open")}</Button>
            <Button variant="text">{say("登记送达", "Record")}</Button>
            <Button variant="stop" onClick={() => setOpen(true)}>
              {say("终止调解", "End")}
            </Button>
            <Button busy variant="go">
              {say("正在存", "Saving")}
            </Button>
            <Button disabled>{say("盖章", "Seal")}</Button>
            <ButtonLink href="/x">{say("看案卷", "Dossier")}</ButtonLink>
            <Button
              onClick={() =>
                showToast({
                  message: say("并进 LW-2026-0362", "Merged into LW-2026-0362"),
                  undo: { label: say("撤销", "Undo"), onPress: () => undefined },
                })
              }
            >
              {say("并案", "Merge")}
            </Button>
          </Line>
          <Line>
            <Tag>{say("新", "New")}</Tag>
            <Tag tone="line">{say("第 3 稿", "Draft 3")}</Tag>
            <Tag tone="act">{say("首选", "Best")}</Tag>
            <Tag tone="green">{say("已核对", "Checked")}</Tag>
            <Tag tone="amber">{say("像 1 件旧案", "Like 1 case")}</Tag>
            <Tag tone="red">{say("缺盖章", "No seal")}</Tag>
            <Risk level="green" />
            <Risk level="amber" />
            <Risk level="red" owner={say("所长赵国梁", "head Zhao Guoliang")} />
            <Risk level="red" show="word" />
          </Line>
          <Line>
            {[0, 0.25, 0.6, 0.9].map((used) => (
              <Clock
                key={used}
                startAt="2026-11-20T00:00:00Z"
                endAt={new Date(now.getTime() + ((1 - used) / Math.max(used, 0.01)) * 4 * 86_400_000)}
                now={now}
                words={say("还剩 2 天", "2 days left")}
                soon={used > 0.8}
              />
            ))}
            <Clock
              startAt="2026-11-20T00:00:00Z"
              endAt="2026-11-21T00:00:00Z"
              now={now}
              words={say("逾期 3 天", "3 days overdue")}
            />
            {[0, 1, 2, 3, 4, 5].map((side) => (
              <SideStamp key={side} index={side} />
            ))}
            {[0, 1].map((side) => (
              <SideStamp key={side} index={side} small />
            ))}
            <Avatar name="沈静" />
            <Avatar name="欧阳文秀" />
            <Avatar name="Shen Jing" isLarge />
            <Avatar name="司徒婉仪" isLarge />
          </Line>
          <Line>
            <LaneChip lane="joint" />
            {[0, 1, 2, 3].map((side) => (
              <LaneChip key={side} lane="side" sideIndex={side} />
            ))}
            <LaneChip lane="side" sideIndex={4} sideName={say("周家", "the Zhous")} />
            <LaneChip lane="mediator" />
            <LaneChip lane="sealed" />
          </Line>
          <Line gap={16}>
            <StageMini at="registration" />
            <StageMini at="convening" />
            <StageMini at="performance" />
            <Glyph seats={["accepted", "waiting", "silent", "gone", "none", "accepted", "none", "none"]} />
            <Glyph size={48} mine={2} seats={[]} label={say("九席中的法庭一席", "The court seat of nine")} />
            <Mark size={28} />
          </Line>
          <StageArrows at="performance" />
          <StageArrows at="mediation" endedAs={say("调解不成", "Not agreed")} />
        </Stack>
      </Sheet>
      <Sheet flush>
        <DataTable
          caption={say("八方力量", "The forces")}
          rows={forces}
          keyOf={(row) => row.code}
          hrefOf={(row) => `?force=${row.code}`}
          chosenKey="town"
          columns={[
            { key: "name", head: say("力量", "Force"), label: say("力量", "Force"), cell: (row) => row.name },
            {
              key: "asked",
              head: say("请", "Asked"),
              label: say("请", "Asked"),
              cell: (row) => row.asked,
              isNumber: true,
              sort: { href: "?sort=asked", now: "descending" },
            },
            {
              key: "rate",
              head: say("接受", "Accepted"),
              label: say("接受", "Accepted"),
              cell: (row) => f.percent(row.accepted, row.asked) ?? `${row.accepted} / ${row.asked}`,
              isNumber: true,
            },
            {
              key: "wait",
              head: say("答复中位，小时", "Median answer, h"),
              label: say("答复中位，小时", "Median answer, h"),
              cell: (row) => row.wait,
              isNumber: true,
            },
            {
              key: "act",
              head: "",
              label: say("操作", "Action"),
              cell: () => (
                <Button variant="text" small>
                  {say("催办", "Remind")}
                </Button>
              ),
              width: 90,
            },
          ]}
        />
      </Sheet>
      <Sheet>
        <SectionHead title={say("状态", "States")} />
        <Stack gap={8}>
          <Strip tone="amber">
            {say("断网了。写的都存在本机，连上自动送。", "Offline. What you write is kept here and sent later.")}
          </Strip>
          <Strip
            action={
              <Button variant="text" small>
                {say("看一看", "Look")}
              </Button>
            }
          >
            {say("有 3 件新的", "3 new")}
          </Strip>
          <ErrorNote code="K7F2QD">
            {say("没存上，写的还在本机。30 秒后自动再试。", "Not saved yet; your text is kept here. Retrying in 30 s.")}
          </ErrorNote>
          <ProblemNote problem={{ code: "tooManyRequests", params: { minutes: 5 } }} />
          <Empty action={<Button>{say("新登记", "Register")}</Button>}>
            {say(
              "今天没有到期的事。下一件：11月26日 周四 14:30 调解会。",
              "Nothing due today. Next: session Thu 26 Nov, 14:30.",
            )}
          </Empty>
          <Skeleton count={2} />
        </Stack>
      </Sheet>
      <Sheet>
        <SectionHead title={say("文件、时间线、通道", "Files, time line, lanes")} />
        <Stack>
          <div>
            <FileRow
              kind="picture"
              name={say("裂缝照片 6 张", "Six photos of the crack")}
              size="2.4 MB"
              lane={{ lane: "joint" }}
              by={say("刘玉芬，11月12日", "Liu Yufen, 12 Nov")}
              state={say("已校验", "Checked")}
            />
            <FileRow
              kind="document"
              name={say("鉴定意见", "Expert opinion")}
              href="/x"
              size={say("2 页", "2 pages")}
              lane={{ lane: "mediator" }}
              state={say("上传中 64%", "Uploading 64%")}
            />
          </div>
          <Timeline
            items={[
              {
                id: "1",
                at: f.day("2026-11-09"),
                words: (
                  <>
                    {say("到期", "Due")} <Change from={f.day("2026-12-20")} to={f.day("2026-12-25")} />
                  </>
                ),
              },
              { id: "2", at: f.day("2027-01-10"), words: say("盖章", "Seal"), tone: "strong" },
            ]}
          />
          <LaneCard lane="joint" meta="14:36">
            {say("把拆掉的那段墙恢复，请有资质的单位出鉴定", "Rebuild the wall and have it certified")}
          </LaneCard>
          <LaneCard lane="side" sideIndex={0} meta={f.dayTime("2026-11-23T08:20:00Z")} />
          <LaneCard lane="mediator" meta="14:52" />
          <LaneCard lane="sealed" meta="14:52" />
        </Stack>
      </Sheet>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={say("终止原因？", "Why end?")}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{say("先不终止", "Not now")}</Button>
            <Button variant="stop">{say("终止并告知", "End and tell")}</Button>
          </>
        }
      >
        <p>
          {say(
            "终止后要告诉双方还能走的路。3 份没答复的邀请会收回。",
            "Ending means telling both sides their other routes. Three open invitations are withdrawn.",
          )}
        </p>
      </Dialog>
    </GalleryFrame>
  );
}
