"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { CheckField } from "@/app/_ui/check-field";
import { Columns } from "@/app/_ui/columns";
import { DateTimeField } from "@/app/_ui/date-time-field";
import { FootBar } from "@/app/_ui/foot-bar";
import { FormRow, FormSection } from "@/app/_ui/form-section";
import { MoneyField } from "@/app/_ui/money-field";
import { PageHead } from "@/app/_ui/page-head";
import { PasswordField } from "@/app/_ui/password-field";
import { PhoneField } from "@/app/_ui/phone-field";
import { PillField } from "@/app/_ui/pill-field";
import { SegmentField } from "@/app/_ui/segment-field";
import { PickField, SelectField } from "@/app/_ui/select-field";
import { Sheet } from "@/app/_ui/sheet";
import { SidePanel } from "@/app/_ui/side-panel";
import { Tag } from "@/app/_ui/tag";
import { TextArea, TextField } from "@/app/_ui/text-field";
import { GalleryFrame, usePair } from "./gallery-frame";

/** Mock 11. */
export function GalleryFields() {
  const say = usePair();
  const [money, setMoney] = useState("5400");
  const types = [
    ["land", "土地", "Land"],
    ["neighbour", "邻里", "Neighbours"],
    ["property", "物业", "Property"],
    ["lending", "借贷", "Lending"],
    ["contract", "合同", "Contract"],
    ["family", "婚姻家庭", "Family"],
  ].map(([value = "", zh = "", en = ""]) => ({ value, label: say(zh, en) }));
  const yesNo = [
    { value: "yes", label: say("有", "Yes"), tone: "danger" as const },
    { value: "no", label: say("没有", "No") },
  ];
  return (
    <GalleryFrame>
      <PageHead
        back={{ href: "/disputes", label: say("案件", "Disputes") }}
        title={say("新登记", "New dispute")}
        note={say("来人登记，只有 5 项必填", "Walk-in, only 5 answers needed")}
      />
      <Columns
        shape="form"
        right={
          <SidePanel isFixed title={say("可能是同一件事", "Perhaps the same matter")}>
            <Tag tone="amber">{say("很像，3 处对上", "Very like, 3 matches")}</Tag>
          </SidePanel>
        }
      >
        <Sheet>
          <FormSection title={say("谁和谁", "Who")} hint={say("几方都行，不知道名字先写称呼", "Any number of sides")}>
            <FormRow>
              <TextField label={say("姓名或单位", "Name")} defaultValue={say("尉迟春梅", "Yuchi Chunmei")} />
              <PhoneField
                label={say("电话", "Phone")}
                defaultValue="13905786624"
                hint={say("不知道可空着", "May stay empty")}
              />
              <TextField
                label={say("住在哪里", "Address")}
                error={say("写到门牌，才好找是不是同一件事", "Give the door number")}
              />
            </FormRow>
          </FormSection>
          <FormSection title={say("什么事", "What")} hint={say("可以直接说", "In their own words")}>
            <TextArea
              label={say("经过", "What happened")}
              defaultValue={say(
                "楼上 602 卫生间漏水，我家卫生间顶和电表箱都湿了。",
                "Water leaks from the bathroom of 602 into ours.",
              )}
            />
            <PillField
              label={say("类别", "Type")}
              hint={say("按描述选的类别，可改", "Chosen from the description; change it")}
              options={types}
              defaultValue={["neighbour"]}
            />
          </FormSection>
          <FormSection title={say("有没有危险", "Danger")} hint={say("四问都要答", "All four")}>
            <FormRow>
              <SegmentField isInline label={say("有人受伤", "Anyone hurt")} segments={yesNo} />
              <SegmentField isInline label={say("说过要伤人或自伤", "Threats")} segments={yesNo} defaultValue="no" />
              <SegmentField
                isInline
                label={say("家里人打人", "Violence at home")}
                segments={yesNo}
                defaultValue="yes"
              />
            </FormRow>
          </FormSection>
          <FormSection title={say("其他", "More")}>
            <FormRow>
              <SelectField
                label={say("来源", "Source")}
                placeholder={say("选一个", "Choose")}
                options={[
                  { value: "a", label: say("来人", "Walk-in") },
                  { value: "b", label: say("来电", "Phone") },
                ]}
              />
              <PickField
                label={say("牵头人", "Lead")}
                options={[
                  { value: "1", label: say("沈静", "Shen Jing") },
                  { value: "2", label: say("欧阳文秀", "Ouyang Wenxiu") },
                ]}
                defaultValue="1"
              />
              <DateTimeField label={say("时间", "Time")} defaultValue="2026-11-26T14:30" />
              <MoneyField label={say("金额", "Amount")} showWords value={money} onChange={setMoney} />
              <PasswordField label={say("密码", "Password")} showLabel={say("显示密码", "Show")} />
              <TextField label={say("案号", "Number")} disabled defaultValue="LW-2026-0417" />
            </FormRow>
          </FormSection>
          <FormSection title={say("讲清楚", "Say it")} hint={say("当面念给他听", "Read it out")}>
            <CheckField
              label={say(
                "自愿、免费、可以随时停；不影响去法院",
                "Free, voluntary, may stop at any time; court stays open",
              )}
              defaultChecked
            />
            <CheckField
              label={say("同意调解", "Agrees to mediation")}
              error={say("当面问过再勾", "Ask in person, then tick")}
            />
            <CheckField
              isRadio
              name="slot"
              label={say("11月26日 周四 14:30–16:00", "Thu 26 Nov, 14:30–16:00")}
              defaultChecked
            />
            <CheckField isRadio name="slot" label={say("11月27日 周五 15:00–16:30", "Fri 27 Nov, 15:00–16:30")} />
          </FormSection>
        </Sheet>
      </Columns>
      <FootBar note={say("存好后给尉迟春梅一张回执，不写案情。", "Yuchi Chunmei gets a slip that names no details.")}>
        <Button>{say("存草稿", "Save draft")}</Button>
        <Button variant="go" kbd="Ctrl ↵">
          {say("保存并约请", "Save and convene")}
        </Button>
      </FootBar>
    </GalleryFrame>
  );
}
