// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/page_shell.h"

#include <gtest/gtest.h>

#include "base/sha256.h"

namespace crossfoot {
namespace {

ShellPage Attack() {
  ShellPage page;
  page.kind = "report";
  page.title = "<script>alert(1)</script>";
  page.data = R"({"title":"</script><script>alert(2)</script><!--"})";
  return page;
}

TEST(PageShell, NothingFromAReportBecomesMarkup) {
  for (const std::string& html : {LinkedPage(Attack()), SingleFilePage(Attack())}) {
    EXPECT_EQ(html.find("<script>alert"), std::string::npos);
    EXPECT_EQ(html.find("</script><script>alert"), std::string::npos);
    EXPECT_NE(html.find("\\u003c/script>\\u003cscript>alert(2)"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;alert(1)"), std::string::npos);
  }
}

TEST(PageShell, ThePolicyAllowsNothingInlineButItsOwn) {
  const std::string linked = LinkedPage(Attack());
  EXPECT_NE(linked.find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(linked.find("unsafe"), std::string::npos);
  EXPECT_EQ(linked.find("http:"), std::string::npos);
  const std::string single = SingleFilePage(Attack());
  EXPECT_NE(single.find("script-src 'sha256-"), std::string::npos);
  EXPECT_EQ(single.find("unsafe"), std::string::npos);
}

TEST(PageShell, TheScriptIsOneWithoutModules) {
  const std::string& script = PageScript();
  EXPECT_EQ(script.find("\nimport "), std::string::npos);
  EXPECT_EQ(script.find("\nexport "), std::string::npos);
  EXPECT_NE(script.find("const { h, svg } = module_dom;"), std::string::npos);
  // What would make markup of text has no place in it.
  for (const char* word :
       {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("}) {
    EXPECT_EQ(script.find(word), std::string::npos) << word;
  }
}

TEST(PageShell, Base64IsThatOfRfc4648) {
  EXPECT_EQ(Base64(""), "");
  EXPECT_EQ(Base64("f"), "Zg==");
  EXPECT_EQ(Base64("fo"), "Zm8=");
  EXPECT_EQ(Base64("foo"), "Zm9v");
  EXPECT_EQ(Base64("foobar"), "Zm9vYmFy");
}

}  // namespace
}  // namespace crossfoot
