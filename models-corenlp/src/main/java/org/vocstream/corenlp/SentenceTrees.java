package org.vocstream.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.parser.common.ParserQuery;
import edu.stanford.nlp.sentiment.SentimentCostAndGradient;
import edu.stanford.nlp.trees.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ejml.simple.SimpleMatrix;
import org.vocstream.english.SentenceSentiment;
import org.vocstream.english.TreeLimits;

/**
 * Sentiment of sentences by their parse trees. Each text is parsed by a thread of its own, so that
 * one that takes too long can be given up without a trace in the caller's; threads that nobody
 * needs for a minute end. Safe for several threads.
 */
final class SentenceTrees {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "corenlp");
            thread.setDaemon(true);
            return thread;
          });

  Optional<List<SentenceSentiment>> sentiment(String text, TreeLimits limits) {
    if (text.length() > (long) limits.textWords() * Sentences.LONGEST_WORD) {
      return Optional.empty();
    }
    List<List<CoreLabel>> sentences = Sentences.of(text);
    List<List<CoreLabel>> parsable =
        sentences.stream().filter(s -> s.size() <= limits.sentenceWords() && hasWords(s)).toList();
    int words = count(sentences.stream().filter(SentenceTrees::hasWords).toList());
    if (words == 0 || words > limits.textWords() || 2 * count(parsable) < words) {
      return Optional.empty();
    }
    Capitals.restore(text, parsable);
    List<SentenceSentiment> found = inTime(parsable, limits);
    int covered = found.stream().mapToInt(SentenceSentiment::words).sum();
    return 2 * covered < words ? Optional.empty() : Optional.of(found);
  }

  private static boolean hasWords(List<CoreLabel> sentence) {
    return sentence.stream().anyMatch(w -> w.word().codePoints().anyMatch(Character::isLetter));
  }

  private static int count(List<List<CoreLabel>> sentences) {
    return sentences.stream().mapToInt(List::size).sum();
  }

  /** What was read in time; nothing where that was too little time or the parser failed. */
  private List<SentenceSentiment> inTime(List<List<CoreLabel>> sentences, TreeLimits limits) {
    Future<List<SentenceSentiment>> reading = threads.submit(() -> read(sentences));
    try {
      return reading.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      reading.cancel(true);
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      // A sentence that the parser cannot bear is scored without it, as scored_by tells.
    }
    return List.of();
  }

  private static List<SentenceSentiment> read(List<List<CoreLabel>> sentences) {
    List<SentenceSentiment> found = new ArrayList<>();
    for (List<CoreLabel> sentence : sentences) {
      Sentences.tag(sentence);
      ParserQuery query = CoreNlpModels.parser().parserQuery();
      Tree parsed = query.parse(sentence) ? query.getBestParse() : null;
      if (parsed != null) {
        Tree tree = BinaryTree.of(parsed);
        new SentimentCostAndGradient(CoreNlpModels.sentiment(), null).forwardPropagateTree(tree);
        SimpleMatrix five = RNNCoreAnnotations.getPredictions(tree);
        found.add(
            new SentenceSentiment(
                sentence.size(), five.get(0), five.get(1), five.get(2), five.get(3), five.get(4)));
      }
    }
    return found;
  }
}
