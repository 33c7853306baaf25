package org.vocstream.report.schedule;

import java.io.IOException;
import org.vocstream.report.Report;
import org.vocstream.report.ReportLanguage;
import org.vocstream.statistics.Period;

/** Makes the report of a plan from what stands in the index. */
@FunctionalInterface
public interface ReportMaker {
  /**
   * The report.
   *
   * @throws IOException where the index cannot be reached; that is tried again
   * @throws org.vocstream.elasticsearch.QuestionException where there is no such report; that is
   *     not
   */
  Report make(ReportPlan plan, Period period, ReportLanguage language) throws IOException;
}
