using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sen.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Invitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "invitation_id",
                table: "registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "invitation_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    workshop_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    letter_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    parent_body = table.Column<string>(type: "TEXT", nullable: false),
                    issuing_body = table.Column<string>(type: "TEXT", nullable: false),
                    authority = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    signatory = table.Column<string>(type: "TEXT", nullable: false),
                    copy_to = table.Column<string>(type: "TEXT", nullable: false),
                    seats_each = table.Column<int>(type: "INTEGER", nullable: false),
                    deadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    keeping = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    remind_days = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sending_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    remind_asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    body_en = table.Column<string>(type: "TEXT", nullable: false),
                    body_vi = table.Column<string>(type: "TEXT", nullable: false),
                    subject_en = table.Column<string>(type: "TEXT", nullable: false),
                    subject_vi = table.Column<string>(type: "TEXT", nullable: false),
                    when_en = table.Column<string>(type: "TEXT", nullable: false),
                    when_vi = table.Column<string>(type: "TEXT", nullable: false),
                    where_en = table.Column<string>(type: "TEXT", nullable: false),
                    where_vi = table.Column<string>(type: "TEXT", nullable: false),
                    workshop_title_en = table.Column<string>(type: "TEXT", nullable: false),
                    workshop_title_vi = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_batches", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitation_batches_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    workshop_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_kind_id = table.Column<string>(type: "TEXT", nullable: true),
                    province_id = table.Column<string>(type: "TEXT", nullable: true),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    contact_name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    deadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mail_key = table.Column<string>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    kept_seats = table.Column<int>(type: "INTEGER", nullable: false),
                    kept_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    released_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded = table.Column<string>(type: "TEXT", nullable: false),
                    reminders = table.Column<int>(type: "INTEGER", nullable: false),
                    reminded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    agency_name_en = table.Column<string>(type: "TEXT", nullable: false),
                    agency_name_vi = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_invitation_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "invitation_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_invitations_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitation_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    invitation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitation_links_invitations_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_invitation_id",
                table: "registrations",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batches_workshop_id",
                table: "invitation_batches",
                column: "workshop_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_links_invitation_id",
                table: "invitation_links",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_links_secret_hash",
                table: "invitation_links",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_agency_id",
                table: "invitations",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_batch_id_agency_id",
                table: "invitations",
                columns: new[] { "batch_id", "agency_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_email",
                table: "invitations",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_mail_key",
                table: "invitations",
                column: "mail_key");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_released_at_kept_until",
                table: "invitations",
                columns: new[] { "released_at", "kept_until" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_workshop_id",
                table: "invitations",
                column: "workshop_id");

            migrationBuilder.AddForeignKey(
                name: "fk_registrations_invitations_invitation_id",
                table: "registrations",
                column: "invitation_id",
                principalTable: "invitations",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_registrations_invitations_invitation_id",
                table: "registrations");

            migrationBuilder.DropTable(
                name: "invitation_links");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "invitation_batches");

            migrationBuilder.DropIndex(
                name: "ix_registrations_invitation_id",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "invitation_id",
                table: "registrations");
        }
    }
}
