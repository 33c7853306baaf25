package org.vocstream.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractAssert;

/**
 * Says what a folded text must be, and checks in passing that every offset lies in the original and
 * in order.
 */
final class FoldedAssert extends AbstractAssert<FoldedAssert, Folded> {
  private final String stored;

  private FoldedAssert(String stored, Folded folded) {
    super(folded, FoldedAssert.class);
    this.stored = stored;
  }

  static FoldedAssert assertThatFolding(String stored) {
    return new FoldedAssert(stored, new Folding().fold(stored)).hasSoundOffsets();
  }

  FoldedAssert reads(String expected) {
    assertThat(actual.text()).isEqualTo(expected);
    return this;
  }

  FoldedPart part(String part) {
    int start = actual.text().indexOf(part);
    assertThat(start).as("%s in %s", part, actual.text()).isNotNegative();
    return new FoldedPart(new Span(start, start + part.length()));
  }

  FoldedAssert hasSoundOffsets() {
    OffsetMap offsets = actual.offsets();
    assertThat(offsets.length()).isEqualTo(actual.text().length());
    Span before = new Span(0, 0);
    for (int i = 0; i < offsets.length(); i++) {
      Span origin = offsets.toOriginal(new Span(i, i + 1));
      assertThat(origin.length()).isPositive();
      assertThat(origin.start()).isGreaterThanOrEqualTo(before.start());
      assertThat(origin.end()).isBetween(before.end(), stored.length());
      before = origin;
    }
    return this;
  }

  final class FoldedPart {
    private final Span span;

    private FoldedPart(Span span) {
      this.span = span;
    }

    void comesFrom(String original) {
      assertThat(actual.offsets().toOriginal(span).of(stored)).isEqualTo(original);
    }
  }
}
