package org.vocstream.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vocstream.linear.DocumentFeatures;
import org.vocstream.opinion.BrandNames.Named;
import org.vocstream.segment.SegmentedText;
import org.vocstream.text.Span;

/**
 * Finds to whom a customer goes who says that they leave: 以后换雪岚了, "switching to Norda". The clause
 * of a negative mention of {@value #LEAVE} is searched, after its cue first: a brand that the
 * scorer knows counts wherever it stands, any other name only where it follows the cue at once. The
 * brand that is left is nobody to go to. Immutable and safe for several threads; linear in the
 * length of the text.
 */
public final class Departures {
  /** The indicator of every pack for customers who leave. */
  static final String LEAVE = "loyalty.leave";

  /** Nouns that name nobody: 以后换牌子了. */
  private static final Set<String> ANYBODY =
      Set.of(
          "牌子", "品牌", "别家", "店", "店家", "商家", "店铺", "地方", "平台", "产品", "商品", "东西", "款式", "型号", "手机",
          "电脑", "车", "车子", "酒店", "宾馆", "超市", "家", "机型", "公司", "厂家", "国产", "进口");

  private static final String LEADING = "成到回去买用了";
  private static final String CLOSING = "了吧啦呀啊呢去的算";

  /** How words begin that name nobody: 别的, 其他, 一家, 新的. */
  private static final String OTHERS = "别其一个这那它他另新大小更几两下";

  /** Names are short; what is longer is a sentence that goes on. */
  private static final int LONGEST_REST = 5;

  private final BrandNames brands;

  /** A finder that knows these brands. */
  public Departures(BrandNames brands) {
    this.brands = brands;
  }

  /**
   * The same mentions, those of customers who leave with the name of whom they go to.
   *
   * @param own the brand the text is about, or null
   */
  public List<Mention> named(DocumentFeatures features, String own, List<Mention> mentions) {
    if (mentions.stream().noneMatch(Departures::leaves)) {
      return mentions;
    }
    List<Named> known = brands.in(features.text().folded(), own);
    List<Mention> named = new ArrayList<>();
    for (Mention mention : mentions) {
      named.add(
          leaves(mention) ? mention.towards(towards(features, mention, own, known)) : mention);
    }
    return List.copyOf(named);
  }

  private static boolean leaves(Mention mention) {
    return mention.indicator().equals(LEAVE) && mention.polarity() < 0 && mention.cue() != null;
  }

  private static String towards(
      DocumentFeatures features, Mention mention, String own, List<Named> known) {
    SegmentedText text = features.text();
    for (Clause clause : Clause.of(features)) {
      Span span = clause.span();
      if (text.text().offsets().toOriginal(span).start() != mention.start()) {
        continue;
      }
      int cue = text.folded().indexOf(mention.cue(), span.start());
      int from = cue < 0 ? span.start() : cue + mention.cue().length();
      Span name = brand(known, own, new Span(from, span.end()));
      name = name == null ? noun(text, from, span.end()) : name;
      name = name == null ? brand(known, own, span) : name;
      return name == null ? null : text.text().offsets().toOriginal(name).of(text.text().stored());
    }
    return null;
  }

  private static Span brand(List<Named> known, String own, Span within) {
    return known.stream()
        .filter(b -> !b.name().equals(own))
        .map(Named::span)
        .filter(s -> s.start() >= within.start() && s.end() <= within.end())
        .findFirst()
        .orElse(null);
  }

  private static Span noun(SegmentedText text, int from, int to) {
    Span noun = from < to ? NamedThing.after(text, from, to) : null;
    noun = noun == null ? rest(text.folded(), from, to) : noun;
    return noun == null || ANYBODY.contains(noun.of(text.folded())) ? null : noun;
  }

  /** A Chinese name that no dictionary has, up to the particle that closes the sentence: 换兰蔻了. */
  private static Span rest(String folded, int from, int to) {
    int start = from;
    while (start < to && LEADING.indexOf(folded.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < to
        && Character.isIdeographic(folded.charAt(end))
        && CLOSING.indexOf(folded.charAt(end)) < 0) {
      end++;
    }
    boolean whole = end == to || CLOSING.indexOf(folded.charAt(end)) >= 0;
    boolean isName = end - start >= 2 && end - start <= LONGEST_REST;
    return whole && isName && OTHERS.indexOf(folded.charAt(start)) < 0
        ? new Span(start, end)
        : null;
  }
}
