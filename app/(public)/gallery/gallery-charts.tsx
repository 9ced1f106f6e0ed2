import { IconRepeat } from "@tabler/icons-react";
import { Agenda } from "@/app/_ui/agenda";
import { Bar } from "@/app/_ui/bar";
import { Button } from "@/app/_ui/button";
import { CalendarBlock } from "@/app/_ui/calendar-block";
import { Columns } from "@/app/_ui/columns";
import { FactList } from "@/app/_ui/fact-list";
import { HeatGrid } from "@/app/_ui/heat-grid";
import { MatchCard } from "@/app/_ui/match-card";
import { Clause, Paper } from "@/app/_ui/paper";
import { RiskBar } from "@/app/_ui/risk-bar";
import { SectionHead } from "@/app/_ui/section-head";
import { Sheet } from "@/app/_ui/sheet";
import { StageMini } from "@/app/_ui/stage-mini";
import { GalleryFrame, usePair } from "./gallery-frame";

/** Pieces of mocks 05, 11 and 12. */
export function GalleryCharts() {
  const say = usePair();
  return (
    <GalleryFrame>
      <h1>{say("图与纸", "Charts and paper")}</h1>
      <Columns
        shape="document"
        right={
          <>
            <Sheet>
              <SectionHead title={say("在办 43 件", "43 open")} note={say("按风险和天数", "by risk and days")} />
              <RiskBar
                label={say("7 天内", "7 days")}
                counts={{ green: 12, amber: 1, red: 0 }}
                largest={13}
                hrefOf={(level) => `?risk=${level}`}
              />
              <RiskBar
                label={say("8–15 天", "8–15 days")}
                counts={{ green: 10, amber: 2, red: 1 }}
                largest={13}
                hrefOf={(level) => `?risk=${level}&d=8`}
              />
              <Bar share={0.64} words="63.6%" isPastLimit /> <Bar share={0.93} words="92.7%" />
            </Sheet>
            <Sheet>
              <SectionHead title={say("哪里在变多", "Where it grows")} />
              <HeatGrid
                caption={say("新纠纷", "New disputes")}
                columns={["9", "10", "11"].map((month, index) => ({
                  key: month,
                  label: say(`${month}月`, ["Sep", "Oct", "Nov"][index] ?? ""),
                  isUnfinished: month === "11",
                }))}
                rows={[
                  { key: "a", label: say("江畔社区", "Jiangpan"), counts: [5, 8, 9] },
                  { key: "b", label: say("锦绣里", "Jinxiuli"), counts: [0, 1, 6] },
                  { key: "c", label: say("东岗村", "Donggang"), counts: [2, 3, 4] },
                ]}
                hrefOf={(row, column) => `?place=${row}&month=${column}`}
              />
            </Sheet>
            <Sheet>
              <SectionHead title={say("今天的会", "Sessions today")} note={say("2 场", "2")} />
              <Agenda
                items={[
                  {
                    id: "1",
                    time: "10:00",
                    title: say("滴水纠纷　第 2 次", "Dripping eaves, 2nd"),
                    href: "/x",
                    lines: [say("驻所调解室一，60 分钟", "Station room 1, 60 min")],
                    isNext: true,
                  },
                  {
                    id: "2",
                    time: "14:30",
                    title: say("古榕路停车位纠纷　第 1 次", "Parking, Gurong Road, 1st"),
                    lines: [say("江畔社区调解室，90 分钟", "Jiangpan room, 90 min")],
                    warning: say("物业未确认，最晚 12:00 换人", "Property not confirmed; replace by 12:00"),
                  },
                ]}
              />
              <CalendarBlock
                state="confirmed"
                time="10:00–11:00"
                title={say("滴水纠纷", "Dripping eaves")}
                line={say("驻所调解室一", "Station room 1")}
                href="/x"
              />
              <CalendarBlock
                state="held"
                time="14:30–16:00"
                title={say("承重墙", "Wall")}
                line={say("占住到 11月25日 17:00", "held until 25 Nov, 17:00")}
              />
              <CalendarBlock state="busy" time="16:00–17:00" />
            </Sheet>
            <MatchCard
              strength="likely"
              icon={<IconRepeat aria-hidden />}
              head={say("很像，3 处对上", "Very like, 3 matches")}
              number="LW-2026-0362"
              actions={
                <>
                  <Button small>{say("并进这一件", "Merge")}</Button>
                  <Button small>{say("不是", "No")}</Button>
                </>
              }
            >
              <div>
                <b>{say("锦绣里 6 幢漏水纠纷", "Leak, Jinxiuli 6")}</b> <StageMini at="registration" />
              </div>
              <FactList
                facts={[
                  {
                    label: say("地址", "Address"),
                    value: (
                      <>
                        <mark>{say("锦绣里 6 幢 1 单元 602", "Jinxiuli 6-1-602")}</mark> {say("漏到 502", "into 502")}
                      </>
                    ),
                  },
                  { label: say("电话", "Phone"), value: <mark>139****6624</mark> },
                ]}
              />
            </MatchCard>
          </>
        }
      >
        <Paper title="人民调解协议书" number="（2026）柳人调字第 087 号">
          <p>甲方刘玉芬，乙方张建国（代理人张晓雯），因 401 室装修拆墙发生纠纷，经调解自愿达成以下协议：</p>
          <Clause number="1">乙方在 2026年12月20日 前，委托有资质的单位按鉴定意见加固拆除段墙体。</Clause>
          <Clause
            number="2"
            fix={
              <>
                没写日期，法院可能不予确认 <Button small>改成“签字当日”</Button>
              </>
            }
          >
            甲方不再堵门。双方尽快删除小区群内涉及对方的照片。
          </Clause>
        </Paper>
      </Columns>
    </GalleryFrame>
  );
}
