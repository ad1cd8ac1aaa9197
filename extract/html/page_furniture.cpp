// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/page_furniture.h"

#include "base/pattern.h"
#include "base/utf8.h"

namespace crossfoot {

bool IsPageFurniture(std::string_view line) {
  constexpr size_t kLongest = 240;  // bytes
  if (line.size() > kLongest || line.find("。") != std::string_view::npos) {
    return false;
  }
  static const Pattern kWhole(
      "^(?:[-—–\\s]*\\d{1,4}[-—–\\s]*|第\\s*\\d+\\s*页(?:[,，/\\s]*共\\s*\\d+\\s*页)?|"
      "打印(?:本页|此页|正文)?|关闭(?:窗口|本页|页面)?|【?打印】?\\s*【?关闭】?|返回(?:顶部|首页|"
      "上一页|列表)?|"
      "首页|网站首页|网站地图|联系我们|加入收藏|设为首页|无障碍(?:浏览|阅读)?|繁體|简体|"
      "分享(?:到|至)?\\s*[:：]?.{0,12}|相关(?:文章|新闻|链接|附件|阅读|推荐)\\s*[:：]?|"
      "(?:【?字(?:体|号)】?\\s*[:：]?)?[\\[【(（\\s]*大?\\s*中?\\s*小?[\\]】)）\\s]*|"
      "扫一扫.{0,20}(?:打开|关注|手机).{0,12}|手机扫.{0,20}|用微信扫.{0,24})$");
  static const Pattern kBegins(
      "^(?:(?:您?(?:现在|当前)?所?在?(?:的)?位置|当前位置)\\s*[:：]|上一[篇条]\\s*[:：]|下一[篇条]"
      "\\s*[:：]|"
      "版权所有|(?:备案|网站标识)|[^，。]{0,4}ICP备|[^，。]{0,4}公网安备|主办(?:单位)?\\s*[:：].*(?"
      ":承办|ICP|备案)|"
      "(?:信息)?来源\\s*[:：].*(?:时间|日期|浏览|点击)|发布(?:时间|日期)\\s*[:：].*(?:来源|浏览|"
      "点击|作者|字)|"
      "(?:浏览|点击|阅读)(?:次数|量|数)\\s*[:：]|责任编辑\\s*[:：]|【字体)");
  const std::string_view text = TrimBlanks(line);
  return !text.empty() && (kBegins.Contains(text) || kWhole.FullMatch(text));
}

}  // namespace crossfoot
