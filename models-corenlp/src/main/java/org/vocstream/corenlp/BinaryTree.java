package org.vocstream.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.lexparser.EnglishTreebankParserParams;
import edu.stanford.nlp.sentiment.SentimentModel;
import edu.stanford.nlp.trees.HeadFinder;
import edu.stanford.nlp.trees.LabeledScoredTreeFactory;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.trees.TreeFactory;
import java.util.List;
import java.util.Locale;

/**
 * Makes of a parse tree the kind of tree that the sentiment model was trained on (the Stanford
 * Sentiment Treebank): two branches at every node, the head joined with what follows it first, then
 * with what stands before; and words in the form in which the model knows them. Stateless.
 */
final class BinaryTree {
  private static final TreeFactory NODES = new LabeledScoredTreeFactory(CoreLabel.factory());

  private BinaryTree() {}

  static Tree of(Tree parsed) {
    return of(parsed, new EnglishTreebankParserParams().headFinder(), CoreNlpModels.sentiment());
  }

  private static Tree of(Tree parsed, HeadFinder heads, SentimentModel model) {
    if (parsed.isPreTerminal()) {
      String word = known(parsed.firstChild().value(), model);
      return NODES.newTreeNode(parsed.value(), List.of(NODES.newLeaf(word)));
    }
    Tree[] parts = parsed.children();
    int head = parts.length == 1 ? 0 : head(parts, heads.determineHead(parsed));
    Tree tree = of(parts[head], heads, model);
    for (int i = head + 1; i < parts.length; i++) {
      tree = NODES.newTreeNode(parsed.value(), List.of(tree, of(parts[i], heads, model)));
    }
    for (int i = head - 1; i >= 0; i--) {
      tree = NODES.newTreeNode(parsed.value(), List.of(of(parts[i], heads, model), tree));
    }
    return tree;
  }

  // Two parts may be equal: the very one is wanted.
  @SuppressWarnings("ReferenceEquality")
  private static int head(Tree[] parts, Tree head) {
    int at = 0;
    while (parts[at] != head) {
      at++;
    }
    return at;
  }

  /** The word as the model knows it: small, or with a capital, or with the treebank's brackets. */
  private static String known(String word, SentimentModel model) {
    String plain =
        switch (word) {
          case "-LRB-" -> "(";
          case "-RRB-" -> ")";
          case "\"" -> "''";
          default -> word;
        };
    String small = plain.toLowerCase(Locale.ROOT);
    for (String form : List.of(plain, small, Capitals.capital(plain))) {
      if (model.wordVectors.containsKey(form)) {
        return form;
      }
    }
    return plain;
  }
}
