using System.Text;
using MimeKit;

namespace Sen.Web.Tests.Platform.Outbox.Bounces;

/// <summary>Delivery reports in the shapes of several mail servers, written for these tests; {0} is the Message-ID of the mail they are about.</summary>
internal static class ReportSamples
{
    public static MimeMessage Of(string sample, Guid row, string status = "5.1.1") => MimeMessage.Load(new MemoryStream(Text(sample, row, status)));

    public static byte[] Text(string sample, Guid row, string status = "5.1.1") =>
        Encoding.UTF8.GetBytes(sample.Replace("{id}", row.ToString("N"), StringComparison.Ordinal).Replace("{status}", status, StringComparison.Ordinal).ReplaceLineEndings("\r\n"));

    public const string Postfix = """
        Return-Path: <>
        Date: Tue, 24 Nov 2026 10:00:00 +0700 (+07)
        From: MAILER-DAEMON@mx.coquan.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: bounces@sen.example
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="3F1B2.1700000000/mx.coquan.example"
        Message-Id: <20261124030000.3F1B2@mx.coquan.example>

        This is a MIME-encapsulated message.

        --3F1B2.1700000000/mx.coquan.example
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients. It's attached below.

        <ban1@coquan.example>: host mail.coquan.example[192.0.2.7] said: 550 {status}
            <ban1@coquan.example>: Recipient address rejected (in reply to RCPT TO command)

        --3F1B2.1700000000/mx.coquan.example
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.coquan.example
        X-Postfix-Queue-ID: 3F1B2
        Arrival-Date: Tue, 24 Nov 2026 09:59:58 +0700 (+07)

        Final-Recipient: rfc822; ban1@coquan.example
        Original-Recipient: rfc822;ban1@coquan.example
        Action: failed
        Status: {status}
        Remote-MTA: dns; mail.coquan.example
        Diagnostic-Code: smtp; 550 {status} <ban1@coquan.example>: Recipient address
            rejected

        --3F1B2.1700000000/mx.coquan.example
        Content-Description: Undelivered Message
        Content-Type: message/rfc822

        Date: Tue, 24 Nov 2026 02:59:00 +0000
        From: Sen <sen@sen.example>
        To: ban1@coquan.example
        Subject: Thu
        Message-Id: <{id}@sen.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Kinh gui

        --3F1B2.1700000000/mx.coquan.example--
        """;

    /// <summary>Headers of the mail only; the Message-ID was replaced on the way, our own header was not.</summary>
    public const string Exchange = """
        From: <postmaster@so.example>
        To: <bounces@sen.example>
        Date: Tue, 24 Nov 2026 03:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type="delivery-status"; boundary="9B095B5ADSN=_01DB3E5E"
        X-MS-Exchange-Message-Is-Ndr:
        Content-Language: en-US
        Message-ID: <aa11bb22@so.example>
        In-Reply-To: <0100018f@changed.example>
        Subject: Undeliverable: Thu

        --9B095B5ADSN=_01DB3E5E
        Content-Type: multipart/alternative; differences=Content-Type; boundary="_c1_"

        --_c1_
        Content-Type: text/plain; charset="us-ascii"

        Your message couldn't be delivered. The recipient wasn't found.

        --_c1_
        Content-Type: text/html; charset="us-ascii"

        <html><body><p>Your message couldn't be delivered.</p></body></html>

        --_c1_--

        --9B095B5ADSN=_01DB3E5E
        Content-Type: message/delivery-status

        Reporting-MTA: dns;SG2PR01.so.example
        Received-From-MTA: dns;sen.example
        Arrival-Date: Tue, 24 Nov 2026 02:59:59 +0000

        Final-Recipient: rfc822;ban2@so.example
        Action: failed
        Status: 5.0.0
        Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
        X-Display-Name: ban2@so.example

        --9B095B5ADSN=_01DB3E5E
        Content-Type: text/rfc822-headers

        Received: from sen.example by so.example; Tue, 24 Nov 2026 02:59:59 +0000
        From: Sen <sen@sen.example>
        To: ban2@so.example
        Subject: Thu
        Message-ID: <0100018f@changed.example>
        X-Sen-Message: {id}

        --9B095B5ADSN=_01DB3E5E--
        """;

    public const string Gmail = """
        Delivered-To: bounces@sen.example
        From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
        To: bounces@sen.example
        Auto-Submitted: auto-replied
        Subject: Delivery Status Notification (Failure)
        References: <{id}@sen.example>
        In-Reply-To: <{id}@sen.example>
        X-Failed-Recipients: ban3@thu.example
        Message-ID: <6743.170a.dsn@mx.google.com>
        Date: Mon, 23 Nov 2026 19:00:01 -0800 (PST)
        MIME-Version: 1.0
        Content-Type: multipart/report; boundary="000000000000a1b2c3"; report-type=delivery-status

        --000000000000a1b2c3
        Content-Type: multipart/related; boundary="000000000000d4e5f6"

        --000000000000d4e5f6
        Content-Type: text/plain; charset="UTF-8"

        ** Address not found **

        --000000000000d4e5f6--
        --000000000000a1b2c3
        Content-Type: message/delivery-status

        Reporting-MTA: dns; googlemail.com
        Arrival-Date: Mon, 23 Nov 2026 19:00:00 -0800 (PST)

        Final-Recipient: rfc822; ban3@thu.example
        Action: failed
        Status: {status}
        Remote-MTA: dns; gmail-smtp-in.l.google.com
        Diagnostic-Code: smtp; 550-{status} The email account that you tried to reach does not exist.
        Last-Attempt-Date: Mon, 23 Nov 2026 19:00:01 -0800 (PST)

        --000000000000a1b2c3--
        """;

    public const string Delayed = """
        From: MAILER-DAEMON@mx.coquan.example
        To: bounces@sen.example
        Subject: Delayed Mail (still being retried)
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
        In-Reply-To: <{id}@sen.example>

        --b1
        Content-Type: text/plain

        You do not need to do anything.

        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.coquan.example

        Final-Recipient: rfc822; ban4@coquan.example
        Action: delayed
        Status: 4.4.1
        Diagnostic-Code: smtp; 451 4.4.1 connection timed out

        --b1--
        """;

    public const string OutOfOffice = """
        From: Ban Nam <ban5@coquan.example>
        To: sen@sen.example
        Subject: Tu dong tra loi: Thu
        Auto-Submitted: auto-replied
        X-Autoreply: yes
        In-Reply-To: <{id}@sen.example>
        References: <{id}@sen.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Tôi nghỉ phép đến thứ Hai. Mã 5.1.1 không phải của tôi.
        """;

    public const string ReadReceipt = """
        From: ban6@coquan.example
        To: sen@sen.example
        Subject: Read: Thu
        MIME-Version: 1.0
        In-Reply-To: <{id}@sen.example>
        Content-Type: multipart/report; report-type=disposition-notification; boundary="b2"

        --b2
        Content-Type: text/plain

        Your message was read.

        --b2
        Content-Type: message/disposition-notification

        Final-Recipient: rfc822;ban6@coquan.example
        Disposition: manual-action/MDN-sent-manually; displayed

        --b2--
        """;
}
