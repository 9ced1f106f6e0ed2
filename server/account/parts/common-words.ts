/**
 * What passwords are made of most often, by the published lists of leaked ones and by Chinese habits: pinyin of common
 * phrases and names, numbers that sound like sentences, words of this trade. At least four letters or digits each.
 */
export const commonWords: readonly string[] = `
password passwort passwd pass word secret letmein welcome login signin admin administrator root user guest test temp
demo default changeme change master super manager system server database oracle huawei lenovo windows microsoft google
baidu tencent alibaba taobao weixin wechat qqmail iloveyou love lover loveyou forever baby angel princess sunshine
superman batman dragon monkey shadow tiger lion football baseball basketball soccer hockey computer internet freedom
whatever trustno starwars pokemon michael jennifer jordan charlie thomas robert daniel andrew joshua ashley jessica
hello hunter killer summer winter spring autumn january february march april june july august september october november
december monday tuesday wednesday thursday friday saturday sunday china zhongguo zhonghua beijing shanghai guangzhou
shenzhen chongqing tianjin hangzhou nanjing wuhan chengdu xian zhejiang jiangsu guangdong sichuan hunan hubei henan
hebei shandong woaini aini woaiwojia aiwo woshi nihao mima miyao mimashi denglu yonghu guanliyuan xitong ceshi chushi
woshishui wobuzhidao buzhidao tamade caonima shabi laopo laogong baobei qinai tianshi jiayou facai gongxi xinnian kuaile
shengri haha hehe lalala wangwei wangfang lina zhangwei liuwei wangjing zhangli liqiang zhanglei wangyong yangyang
paichusuo gongan gonganju jingcha minjing police policeman jingju fenju xianju zhongtiao tiaojie tiaojieyuan diaojie
renmin remin sifa sifasuo fayuan lvshi lushi wangge shequ juwei anjian jiufen mediator mediation mediate lawyer judge
cadre property officer head county committee office station dispute case company dengbao
1314 520520 5201314 520131 1314520 1314521 147258369 147258 258369 159357 741852963 741852 789456123 789456 456123 321321
123123 112233 121212 131313 123321 654321 987654321 88888888 66668888 168168 518518 119110 110120 120119 110110 10086
10010 12306 12315 12345 7758521 7758258 584520 201314 qwerty qwertyuiop asdfgh zxcvbn qazwsx qazwsxedc wsxedc 1qaz2wsx
1q2w3e 1q2w3e4r q1w2e3r4 a1b2c3 a1b2c3d4 abc123 aaa111 admin888 root123
`
  .trim()
  .split(/\s+/)
  .filter((word) => word.length >= 4)
  .sort((one, other) => other.length - one.length);
