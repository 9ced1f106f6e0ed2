import { IconPhone } from "@tabler/icons-react";
import { Clock } from "@/app/_ui/clock";
import { Columns } from "@/app/_ui/columns";
import { Sides } from "@/app/_ui/facts";
import { FilterPills } from "@/app/_ui/filter-pills";
import { Glyph, type GlyphState } from "@/app/_ui/glyph";
import { ListGroup } from "@/app/_ui/list-group";
import { ListRow } from "@/app/_ui/list-row";
import { PageHead } from "@/app/_ui/page-head";
import { RowAction } from "@/app/_ui/row-action";
import { SectionHead } from "@/app/_ui/section-head";
import { Sheet } from "@/app/_ui/sheet";
import { StageMini } from "@/app/_ui/stage-mini";
import { Timeline } from "@/app/_ui/timeline";
import { useFormat } from "@/app/_ui/use-format";
import { WalkableList } from "@/app/_ui/walkable-list";
import { GalleryFrame, usePair } from "./gallery-frame";

const now = new Date("2026-11-24T01:12:00Z");
const none: GlyphState[] = [];
const wall: GlyphState[] = ["accepted", "accepted", "silent", "waiting", "none", "accepted", "gone", "waiting"];

/** Mock 01. */
export function GalleryList() {
  const say = usePair();
  const f = useFormat(now);
  const clock = (endAt: string, words: string, soon = false) => (
    <Clock startAt="2026-11-20T01:00:00Z" endAt={endAt} now={now} words={words} title={f.dateTime(endAt)} soon={soon} />
  );
  const names = (...all: string[]) => <Sides names={all} />;
  return (
    <GalleryFrame>
      <PageHead
        title={say("今日", "Today")}
        note={f.dateTime(now)}
        end={
          <FilterPills
            label={say("看哪些", "Which")}
            pills={[
              { label: say("要做的", "To do"), href: "?view=list", count: 12, isChosen: true },
              { label: say("等别人", "Waiting"), href: "?view=list&w=1", count: 9 },
              { label: say("全部在办", "All open"), href: "?view=list&a=1", count: 30 },
            ]}
          />
        }
      />
      <Columns
        shape="list"
        right={
          <Sheet labelledBy="sessions">
            <SectionHead
              id="sessions"
              title={say("今天的会", "Sessions today")}
              note={say("2 场", "2")}
              end={<a href="/calendar">{say("日程", "Calendar")}</a>}
            />
            <Timeline
              items={[
                {
                  id: "1",
                  at: "10:00",
                  words: say("滴水纠纷，第 2 次，驻所调解室一", "Dripping eaves, 2nd session, room 1"),
                },
                {
                  id: "2",
                  at: "14:30",
                  words: say("物业未确认，最晚 12:00 换人", "Property not confirmed; replace by 12:00"),
                  tone: "amber",
                },
              ]}
            />
          </Sheet>
        }
      >
        <WalkableList label={say("要做的事", "Things to do")}>
          <ListGroup title={say("逾期", "Overdue")} count={3} tone="red">
            <ListRow
              isCurrent
              href="/disputes/1"
              title={say(
                "督促马志强付第 3 期 ¥2,000，他已拖了 3 天",
                "Urge Ma Zhiqiang to pay instalment 3, ¥2,000, three days late",
              )}
              facts={[
                say("柳湾菜市场摊位转让纠纷", "Market stall transfer"),
                names(say("马志强", "Ma Zhiqiang"), say("陈桂香", "Chen Guixiang")),
                say("上次通话 11月19日，答应周末付", "Last call 19 Nov, promised for the weekend"),
              ]}
              risk="amber"
              glyph={<Glyph seats={["none", "none", "accepted", "none", "none", "accepted"]} />}
              stage={<StageMini at="performance" />}
              clock={clock("2026-11-21T09:00:00Z", f.left("2026-11-21T01:00:00Z"))}
              action={
                <RowAction href="tel:1" icon={<IconPhone aria-hidden />}>
                  {say("打电话", "Call")}
                </RowAction>
              }
            />
            <ListRow
              href="/disputes/2"
              title={say("柳湾法庭周文博没有答复，请替补", "No answer from Zhou Wenbo, invite a substitute")}
              facts={[
                say("江畔花园 3 号楼装修承重墙纠纷", "Load-bearing wall, Jiangpan Garden Bldg 3"),
                names(say("刘玉芬", "Liu Yufen"), say("张建国", "Zhang Jianguo"), say("安居乐装饰", "Anjule")),
              ]}
              risk="red"
              riskOwner={say("所长赵国梁", "head Zhao Guoliang")}
              glyph={<Glyph seats={wall} />}
              stage={<StageMini at="convening" />}
              clock={clock("2026-11-24T04:00:00Z", say("12:00 前", "by 12:00"), true)}
              action={<RowAction href="/x">{say("请李若彤替补", "Invite Li Ruotong")}</RowAction>}
            />
            <ListRow
              href="/disputes/3"
              title={say(
                "把权利义务告知书送给阿卜杜热合曼·买买提依明",
                "Give the notice of rights to Abdurahman Muhammadimin",
              )}
              facts={[
                say("富民路夜市烧烤摊油烟噪声纠纷", "Barbecue smoke and noise, Fumin Road"),
                names(
                  say("阿卜杜热合曼·买买提依明", "Abdurahman Muhammadimin"),
                  say("锦绣里业主 5 户", "5 homes of Jinxiuli"),
                ),
              ]}
              risk="green"
              glyph={<Glyph seats={none} />}
              stage={<StageMini at="acceptance" />}
              clock={clock("2026-11-23T01:00:00Z", f.left("2026-11-23T01:00:00Z"))}
              action={<RowAction href="/x">{say("登记送达", "Record delivery")}</RowAction>}
            />
          </ListGroup>
          <ListGroup title={say("今天到期", "Due today")} count={2}>
            <ListRow
              href="/disputes/4"
              title={say("10:00 主持第 2 次调解会，还有 48 分钟", "Chair the second session at 10:00, in 48 min")}
              facts={[
                say("东岗村四组宅基地滴水纠纷", "Dripping eaves, Donggang group 4"),
                names(say("欧阳文秀", "Ouyang Wenxiu"), say("郑德全", "Zheng Dequan")),
                say("驻所调解室一", "Station room 1"),
              ]}
              risk="green"
              glyph={<Glyph seats={["none", "accepted", "accepted", "none", "none", "accepted"]} />}
              stage={<StageMini at="mediation" />}
              clock={clock("2026-11-24T02:00:00Z", "10:00")}
              action={<RowAction href="/x">{say("打开会议台", "Open the desk")}</RowAction>}
            />
            <ListRow
              href="/disputes/5"
              title={say("征求双方是否同意延期 15 天", "Ask both sides to agree to 15 more days")}
              facts={[
                say("瑞丰服饰厂欠薪纠纷", "Unpaid wages, Ruifeng Garments"),
                names(
                  say("覃小燕等 11 人（代表 3 人）", "Qin Xiaoyan and 10 others (3 represent)"),
                  say(
                    "柳湾镇江畔花园第二届业主委员会筹备工作领导小组（临时）暨物业交接联络办公室",
                    "Liuwan Ruifeng Garments Co., Ltd",
                  ),
                ),
              ]}
              risk="amber"
              glyph={<Glyph seats={[...wall, "accepted", "none"]} />}
              stage={<StageMini at="mediation" />}
              clock={clock("2026-11-25T10:00:00Z", f.left("2026-11-25T10:00:00Z"), true)}
              action={<RowAction href="/x">{say("发起延期", "Ask to extend")}</RowAction>}
            />
          </ListGroup>
        </WalkableList>
      </Columns>
    </GalleryFrame>
  );
}
