"use client";
import { IconCheck, IconRepeat, IconRoute } from "@tabler/icons-react";
import { useState } from "react";
import { Board } from "@/app/_ui/board";
import { Button } from "@/app/_ui/button";
import { CaseHead, CaseLine, CaseTitle } from "@/app/_ui/case-head";
import { Clock } from "@/app/_ui/clock";
import { Columns } from "@/app/_ui/columns";
import { LaneChip } from "@/app/_ui/lane-chip";
import { MaskedText } from "@/app/_ui/masked-text";
import { MoreMenu } from "@/app/_ui/more-menu";
import { NextStepBar } from "@/app/_ui/next-step-bar";
import { Party } from "@/app/_ui/party";
import { PlusSeat, PointCard, PointRow } from "@/app/_ui/point-card";
import { Risk } from "@/app/_ui/risk";
import { SectionHead } from "@/app/_ui/section-head";
import { SidePanel } from "@/app/_ui/side-panel";
import { StageArrows } from "@/app/_ui/stage-arrows";
import { SuggestCard } from "@/app/_ui/suggest-card";
import { Tabs } from "@/app/_ui/tabs";
import { Tag } from "@/app/_ui/tag";
import { Timeline } from "@/app/_ui/timeline";
import { useFormat } from "@/app/_ui/use-format";
import { GalleryFrame, usePair } from "./gallery-frame";
import { gallerySeats } from "./gallery-seats";

const now = new Date("2026-11-24T01:12:00Z");

/** Mock 02. */
export function GalleryBoard() {
  const say = usePair();
  const f = useFormat(now);
  const [open, setOpen] = useState<string | null>("court");
  const seats = gallerySeats(say);
  const tab = (zh: string, en: string, key: string, count?: number | string) => ({
    label: say(zh, en),
    href: `?view=board&tab=${key}`,
    count,
    isChosen: key === "overview",
  });
  return (
    <GalleryFrame isFlush>
      <CaseHead>
        <CaseTitle
          title={say("江畔花园 3 号楼装修承重墙纠纷", "Load-bearing wall, Jiangpan Garden Bldg 3")}
          risk={<Risk level="red" owner={say("所长赵国梁", "station head")} />}
          number="LW-2026-0417"
          clock={
            <Clock
              startAt="2026-11-09"
              endAt="2026-12-09"
              now={now}
              words={say(`人民调解一个月，${f.daysLeft("2026-12-09")}`, f.daysLeft("2026-12-09"))}
            />
          }
          more={
            <MoreMenu
              items={[{ label: say("并案", "Merge") }, { label: say("终止调解", "End mediation"), tone: "stop" }]}
            />
          }
        />
        <CaseLine
          tag={
            <Tag tone="act" icon={<IconRoute aria-hidden />}>
              {say("人民调解，第 2 个程序", "People's mediation, proceeding 2")}
            </Tag>
          }
          facts={[say("邻里", "Neighbours"), say("江畔社区 第 7 网格", "Grid 7"), say("11月9日受理", "accepted 9 Nov")]}
        >
          <StageArrows at="convening" nowWord={say("约请中 4/7", "Convening 4/7")} />
        </CaseLine>
        <NextStepBar
          owner={say("沈静，今天（11月24日）12:00 前", "Shen Jing, by 12:00 today (24 Nov)")}
          actions={
            <>
              <Button small>{say("再催一次", "Remind")}</Button>
              <Button small variant="go" kbd="↵">
                {say("请李若彤替补", "Invite Li Ruotong")}
              </Button>
            </>
          }
        >
          {say(
            "请法官替补：周文博昨天（11月23日）17:00 前没有答复",
            "Invite a substitute judge: no answer from Zhou Wenbo by 17:00 on 23 Nov",
          )}
        </NextStepBar>
        <Tabs
          label={say("这件纠纷", "This dispute")}
          tabs={[
            tab("概况", "Overview", "overview"),
            tab("当事人", "Parties", "parties", 3),
            tab("邀请与会议", "Invitations", "sessions", 7),
            tab("记录", "Record", "record", 12),
            tab("协议", "Agreement", "agreement"),
            tab("履行", "Promises", "performance"),
            tab("卷宗", "Dossier", "dossier", "4/9"),
            tab("动态", "Activity", "activity"),
          ]}
        />
      </CaseHead>
      <Columns
        shape="detail"
        left={
          <>
            <section>
              <SectionHead title={say("当事人", "Parties")} note={say("三方", "3 sides")} />
              <Party
                sideIndex={0}
                name={say("刘玉芬", "Liu Yufen")}
                place={say("2 单元 301", "Unit 2-301")}
                line={
                  <>
                    {say("申请人", "Applicant")}{" "}
                    <MaskedText
                      masked="138****2719"
                      what={say("刘玉芬的电话", "Liu Yufen's phone")}
                      onReveal={async () => "13800002719"}
                      show={f.phone}
                    />
                  </>
                }
              />
              <Party
                sideIndex={1}
                name={say("张建国", "Zhang Jianguo")}
                place={say("2 单元 401", "Unit 2-401")}
                line={say("被申请人　代理人 张晓雯（女儿）", "Respondent · agent: daughter")}
              />
              <Party
                sideIndex={2}
                name={say("安居乐装饰工程有限公司", "Anjule Decoration Co., Ltd")}
                line={say("第三人　经理 罗永强", "Third party · Luo Yongqiang")}
              />
            </section>
            <section>
              <SectionHead
                title={say("来路", "History")}
                end={
                  <Tag tone="amber" icon={<IconRepeat aria-hidden />}>
                    {say("30 天 4 次报警", "4 calls in 30 days")}
                  </Tag>
                }
              />
              <Timeline
                items={[
                  {
                    id: "a",
                    at: f.day("2026-10-12"),
                    words: say("一方报警：楼上砸墙，现场劝解", "A caller: wall being broken; calmed"),
                  },
                  { id: "b", at: f.day("2026-11-07"), words: say("双方推搡，无伤，劝开", "Shoving, nobody hurt") },
                  {
                    id: "c",
                    at: f.day("2026-11-09"),
                    words: say("所长启动 1+8+N", "Head activates 1+8+N"),
                    tone: "strong",
                  },
                ]}
              />
            </section>
            <section>
              <SectionHead title={say("最近记录", "Latest notes")} />
              <LaneChip lane="side" sideIndex={0} />
            </section>
          </>
        }
        right={
          open ? (
            <SidePanel title={say("法庭这一席", "The court seat")} onClose={() => setOpen(null)}>
              <Timeline
                wide
                items={[
                  { id: "1", at: f.dayTime("2026-11-21T02:02:00Z"), words: say("发给周文博", "Sent to Zhou Wenbo") },
                  { id: "2", at: f.dayTime("2026-11-21T02:40:00Z"), words: say("已读", "Seen") },
                  {
                    id: "3",
                    at: f.dayTime("2026-11-23T09:00:00Z"),
                    words: say("答复期过", "Answer time passed"),
                    tone: "amber",
                  },
                ]}
              />
              <h3>{say("可以替补的人", "Who can take the seat")}</h3>
              <SuggestCard
                isFirst
                name={say("李若彤", "Li Ruotong")}
                unit={say("柳湾法庭法官助理", "Assistant judge")}
                reasons={[
                  { isGood: true, words: say("11月26日 周四 14:30 有空", "Free Thu 26 Nov, 14:30") },
                  { isGood: true, words: say("近半年 6 请 6 到，平均 1 小时答复", "6 of 6 attended, answers in 1 h") },
                  { isGood: true, words: say("与三方无亲属、代理、同单位关系", "No tie to any side") },
                ]}
              />
              <SuggestCard
                name={say("贺兰明珠", "Helan Mingzhu")}
                unit={say("县法院诉前调解中心", "County court")}
                reasons={[
                  { isGood: true, words: say("周五 15:00 有空", "Free Fri 15:00") },
                  { isGood: false, words: say("路程 38 公里，需视频", "38 km away, by video") },
                ]}
              />
            </SidePanel>
          ) : null
        }
      >
        <SectionHead
          title={say("1+8+N 力量", "The 1+8+N board")}
          note={say("要 7 席：4 席接受，2 席在等，1 席没有答复", "7 needed: 4 accepted, 2 waiting, 1 silent")}
          end={
            <Tag tone="green" icon={<IconCheck aria-hidden />}>
              {say("三方均同意邀请", "All sides consent")}
            </Tag>
          }
        />
        <Board
          selectedId={open ?? undefined}
          onOpen={setOpen}
          seats={seats}
          lead={{
            id: "lead",
            word: say("牵头", "Lead"),
            line: say("江畔社区第二党支部", "Jiangpan branch 2"),
            name: say("沈静", "Shen Jing"),
            unit: say("柳湾镇人民调解委员会", "Liuwan Mediation Committee"),
            officer: say("协办民警　郭海涛", "Officer: Guo Haitao"),
          }}
        />
        <PointRow>
          <PointCard
            isChosen
            name={say("驻所调解室一", "Station room 1")}
            why={say("开会用，可坐 12 人", "Meeting place, seats 12")}
            onChoose={() => undefined}
          />
          <PointCard
            name={say("江畔社区调解室", "Jiangpan room")}
            why={say("离现场 200 米，备用", "200 m away, fallback")}
            onChoose={() => undefined}
          />
          <PlusSeat
            seat={{
              id: "plus",
              forceCode: "other",
              forceName: say("其他力量", "other"),
              state: "accepted",
              name: say("陶文渊", "Tao Wenyuan"),
              unit: say("房屋安全鉴定站", "engineer"),
              status: say("接受", "yes"),
            }}
          />
        </PointRow>
      </Columns>
    </GalleryFrame>
  );
}
