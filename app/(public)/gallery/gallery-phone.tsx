import { PhoneFrame } from "@/app/_frame/phone-frame";
import { Button } from "@/app/_ui/button";
import { CheckField } from "@/app/_ui/check-field";
import { Clock } from "@/app/_ui/clock";
import { Line } from "@/app/_ui/columns";
import { FootBar } from "@/app/_ui/foot-bar";
import { Glyph } from "@/app/_ui/glyph";
import { LaneChip } from "@/app/_ui/lane-chip";
import { SectionHead } from "@/app/_ui/section-head";
import { Sheet } from "@/app/_ui/sheet";
import { SideStamp } from "@/app/_ui/side-stamp";
import { usePair } from "./gallery-frame";

const now = new Date("2026-11-24T01:12:00Z");

/** Mocks 07 and 08. */
export function GalleryPhone() {
  const say = usePair();
  return (
    <PhoneFrame
      actor={{ name: say("李若彤", "Li Ruotong"), role: "expert" }}
      line={say("柳湾人民法庭", "Liuwan tribunal")}
      counts={{ invitations: 1 }}
      end={
        <Clock
          startAt="2026-11-24T00:00:00Z"
          endAt="2026-11-25T01:30:00Z"
          now={now}
          words={say("11月25日 09:30 前答复", "Answer by 09:30, 25 Nov")}
        />
      }
    >
      <h1>{say("沈静请您来帮个忙", "Shen Jing asks for your help")}</h1>
      <Sheet>
        <Line gap={16}>
          <Glyph size={48} mine={2} seats={[]} label={say("九席中的法庭一席", "The court seat of nine")} />
          <div>
            <h2>{say("坐法庭这一席", "You take the court seat")}</h2>
            <p>{say("讲法律规定和诉讼风险，不作裁判", "Explain the law; no ruling")}</p>
          </div>
        </Line>
      </Sheet>
      <Sheet>
        <SectionHead title={say("和这三方有关系吗", "Any tie to these sides?")} end={<LaneChip lane="joint" />} />
        <Line>
          <SideStamp index={0} />
          {say("刘玉芬", "Liu Yufen")}
        </Line>
        <Line>
          <SideStamp index={1} />
          {say("张建国", "Zhang Jianguo")}
        </Line>
        <CheckField label={say("与三方无亲属、代理、同单位关系", "No family, agency or employer tie")} />
      </Sheet>
      <Sheet>
        <CheckField isRadio name="slot" label={say("11月26日 周四 14:30–16:00", "Thu 26 Nov, 14:30–16:00")} />
        <CheckField isRadio name="slot" label={say("11月27日 周五 15:00–16:30", "Fri 27 Nov, 15:00–16:30")} />
      </Sheet>
      <FootBar note={say("接受后能看会前要点。谢绝请选原因。", "The brief opens once you accept.")}>
        <Button>{say("改个时间", "Other time")}</Button>
        <Button>{say("让同事代", "Send a colleague")}</Button>
        <Button>{say("谢绝", "Decline")}</Button>
        <Button variant="go">{say("接受，周四 14:30", "Accept, Thu 14:30")}</Button>
      </FootBar>
    </PhoneFrame>
  );
}
