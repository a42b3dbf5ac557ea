// What the page holds between two calls: the reports it has loaded, the policy,
// the last check, and what the seller has decided since. The module's bindings
// (wasm/parcelwise.cc) are these calls under the names of wasm/parcelwise.d.ts,
// in the same order.
//
// CALLS    A call takes texts and numbers, never throws, and answers with one
//          Reply. Requests and replies in JSON are the types that the .d.ts
//          names behind each call; text is UTF-8.
// ERRORS   A call that fails says why in a Failure of the .d.ts, with a code of
//          failure_codes(), and changes nothing; but a report that turns out to
//          be none is gone, so that its handle may not be used again. "check"
//          in a bad argument's message: no check was made since the reports
//          last changed.
// ORDER    Reports: open_report, feed_report for each chunk, close_report; then
//          check, and what is asked of it. Opening, closing and removing a
//          report forget the check. What was decided (policy, plan, terms,
//          groups, wording, tracking numbers, journal) outlives it and is
//          applied to the next.
// LIMITS   A chunk has at most kLargestChunk bytes; what a report may hold is
//          report/reader.h's, a list's page json/page_json.h's.
// BYTES    Into the session through one input buffer, out of it where the reply
//          of write_files says.
//
//   Session session;
//   session.check("2026-11-20T09:00:00+09:00", "{}").json  -> a CheckSummary
//   session.check("today", "{}").error
//       -> {"code":"bad-argument","message":"..."}; json is ""
#ifndef PARCELWISE_SESSION_SESSION_H_
#define PARCELWISE_SESSION_SESSION_H_

#include <cstddef>
#include <memory>
#include <string>

namespace parcelwise {

struct Reply {
  bool ok = true;
  std::string json = "{}";  // "" when not ok
  std::string error;        // a Failure as JSON; "" when ok
};

class Session {
 public:
  static constexpr std::size_t kLargestChunk = 16u << 20;

  Session();
  ~Session();
  Session(const Session&) = delete;  // the check points into the reports
  Session& operator=(const Session&) = delete;

  // Where the next chunk's bytes go: room for `bytes`, the same until more is
  // asked for. nullptr for more than kLargestChunk.
  char* input_buffer(std::size_t bytes);

  // "en", "ja" or "it", of all that is answered from now on; "en" until set.
  // Fails with bad-argument.
  Reply set_language(const std::string& name);
  Reply policies();  // PolicyChoice[]
  // An id, a policy's JSON text, or "" for the one that the reports name; used
  // from the next check. PolicyChoice; fails with bad-policy.
  Reply set_policy(const std::string& text);

  // "" for encoding and kind has both found. ReportHandle; fails with
  // bad-argument.
  Reply open_report(const std::string& file, const std::string& encoding,
                    const std::string& kind);
  // The buffer's first `bytes`. ReadProgress; fails with bad-argument, or with
  // a ReadErrorCode's name, and then this report is gone, the others stay.
  Reply feed_report(int report, std::size_t bytes);
  Reply close_report(int report);   // ReportSummary; fails likewise
  Reply remove_report(int report);  // {}, whether there is one or not
  // {}: forgets everything loaded, the plan and the groups, and gives the
  // buffer's memory back. Language, policy, terms and wording stay.
  Reply remove_all();

  // All closed reports at an instant of ISO 8601 with offset; `options` is a
  // CheckOptions, or "" for none. CheckSummary; fails with bad-argument
  // or bad-stock, and then the last check stays.
  Reply check(const std::string& now, const std::string& options);
  // Of the last check; each fails with bad-argument where there is none.
  Reply rows(const std::string& query);     // RowPage of a RowQuery
  Reply order(const std::string& id);       // OrderDetail
  Reply ticked(const std::string& ticks);   // FoundTick[] of a TickKey[]
  Reply rejects(const std::string& query);  // RejectPage of a RejectQuery

  Reply refund_reasons();  // RefundReasonChoice[]
  // Refund of one RefundRequest, after what the plan gives back already. Fails
  // with refund (the message says what is left to give), or bad-argument.
  Reply refund(const std::string& request);
  // RefundPlan without rows, of RefundRequest[] or what was saved of one. Fails
  // whole with bad-plan.
  Reply set_plan(const std::string& requests);
  Reply plan(const std::string& query);  // RefundPlan of {"offset", "limit"}

  Reply answer_cases();  // AnswerCase[]
  // Answer of an AnswerRequest; fails with answer (the message says what can be
  // asked), or bad-argument without a check.
  Reply answer(const std::string& request);
  Reply find(const std::string& text);  // Found; fails as rows
  // {"texts": n} of the seller's own messages, or "" for ours. Fails whole with
  // bad-wording.
  Reply set_wording(const std::string& text);

  Reply export_kinds();  // ExportChoice[]
  // WrittenFiles of an ExportKind and ExportOptions; of "carrier:ID" by the
  // options' layout, else by the program's of that id. Each file's `at` is the
  // address of its bytes, good until the next call. Fails with bad-shop,
  // bad-layout or bad-argument.
  Reply write_files(const std::string& kind, const std::string& options);
  // ExportChoice of a layout (policy/own_layout.h), so that its file can be
  // offered; write_files takes the layout again. Fails with bad-layout.
  Reply read_layout(const std::string& text);
  // OrderServices of the ids in a list, [] for all that may be shipped, by the
  // terms in force. Fails with bad-argument, and with bad-terms where they have
  // no tariff or no sizes.
  Reply services(const std::string& orders);
  Reply slips(const std::string& options);  // Slips; fails likewise

  Reply combine_choices();  // CombineChoices
  // TermsInForce of CombineTerms; fails whole with bad-terms.
  Reply set_terms(const std::string& terms);
  Reply set_groups(const std::string& decisions);  // {}; fails with bad-groups
  Reply groups(const std::string& query);          // GroupPage of a GroupQuery

  // A carrier's file that stands whole in the input buffer; `mapping` is a
  // TrackingMapping or "". TrackingHandle; fails with bad-argument or a
  // TrackingErrorCode's name.
  Reply open_tracking(const std::string& file, std::size_t bytes,
                      const std::string& mapping);
  // The same of lines, each an order and its number.
  Reply paste_tracking(const std::string& file, const std::string& text,
                       const std::string& mapping);
  Reply remove_tracking(int tracking);  // {}, whether there is one or not
  // Which proposals count, from now on, by order: {"ORDER": "NUMBER"}; what is
  // no longer proposed counts for nothing. {"accepted": n}; fails with
  // bad-argument.
  Reply accept_proposed(const std::string& numbers);
  // TrackingSummary; of ExportOptions the groups count. Fails as slips.
  Reply tracking(const std::string& options);

  // Amazon's answer to an uploaded file, which stands whole in the input buffer
  // and is kept: write_files with "retry" writes what it refused. UploadResult;
  // fails with bad-argument or not-a-result.
  Reply upload_result(const std::string& file, std::size_t bytes);
  // What happened before, as the page has kept it, or "" for a new one; from
  // the next check on it is folded in, and listings are noted in it. Entries
  // that are old enough at `now` go. JournalSummary; fails whole with
  // bad-journal, or bad-argument.
  Reply set_journal(const std::string& text, const std::string& now);
  // Appends a JournalEvent. JournalPlace; fails with bad-argument, also where
  // no journal was set.
  Reply note_event(const std::string& event);
  Reply journal();  // the journal's file; fails with bad-argument likewise
  Reply changes();  // Changes of the last check; fails likewise

  Reply findings();  // the command's `check` JSON, byte for byte

 private:
  struct State;
  struct Ask;  // what an export is asked for
  std::unique_ptr<State> state_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_SESSION_SESSION_H_
