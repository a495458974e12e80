using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sen.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Seats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "access_needs",
                table: "registrations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "changed_at",
                table: "registrations",
                type: "timestamp without time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "diet",
                table: "registrations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "lang",
                table: "registrations",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "queue_number",
                table: "registrations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "seat_kept_until",
                table: "registrations",
                type: "timestamp without time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state_before",
                table: "registrations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ticket_number",
                table: "registrations",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    wording = table.Column<string>(type: "text", nullable: false),
                    given_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_consents_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "private_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_private_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_private_links_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workshop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_saved_views_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "seat_limits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workshop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    provinces = table.Column<string>(type: "text", nullable: false),
                    agency_kinds = table.Column<string>(type: "text", nullable: false),
                    agencies = table.Column<string>(type: "text", nullable: false),
                    at_most = table.Column<int>(type: "integer", nullable: true),
                    held = table.Column<int>(type: "integer", nullable: false),
                    release_on = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    released_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    name_vi = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seat_limits", x => x.id);
                    table.CheckConstraint("ck_seat_limits_taken", "taken >= 0");
                    table.ForeignKey(
                        name: "fk_seat_limits_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "seat_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workshop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    needs_approval = table.Column<bool>(type: "boolean", nullable: false),
                    seats_at_once = table.Column<bool>(type: "boolean", nullable: false),
                    offer_hours = table.Column<int>(type: "integer", nullable: false),
                    changes_until = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seat_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_seat_plans_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workshop_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workshop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_needed = table.Column<bool>(type: "boolean", nullable: false),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                    help_en = table.Column<string>(type: "text", nullable: false),
                    help_vi = table.Column<string>(type: "text", nullable: false),
                    label_en = table.Column<string>(type: "text", nullable: false),
                    label_vi = table.Column<string>(type: "text", nullable: false),
                    options_en = table.Column<string>(type: "text", nullable: false),
                    options_vi = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workshop_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_workshop_questions_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "answers",
                columns: table => new
                {
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answers", x => new { x.registration_id, x.question_id });
                    table.ForeignKey(
                        name: "fk_answers_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_answers_workshop_questions_question_id",
                        column: x => x.question_id,
                        principalTable: "workshop_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_seat_kept_until",
                table: "registrations",
                column: "seat_kept_until");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_ticket_number",
                table: "registrations",
                column: "ticket_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_answers_question_id",
                table: "answers",
                column: "question_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_registration_id",
                table: "consents",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_private_links_registration_id",
                table: "private_links",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_private_links_secret_hash",
                table: "private_links",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_workshop_id",
                table: "saved_views",
                column: "workshop_id");

            migrationBuilder.CreateIndex(
                name: "ix_seat_limits_released_at_release_on",
                table: "seat_limits",
                columns: new[] { "released_at", "release_on" });

            migrationBuilder.CreateIndex(
                name: "ix_seat_limits_workshop_id",
                table: "seat_limits",
                column: "workshop_id");

            migrationBuilder.CreateIndex(
                name: "ix_seat_plans_workshop_id",
                table: "seat_plans",
                column: "workshop_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_workshop_questions_workshop_id",
                table: "workshop_questions",
                column: "workshop_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answers");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "private_links");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "seat_limits");

            migrationBuilder.DropTable(
                name: "seat_plans");

            migrationBuilder.DropTable(
                name: "workshop_questions");

            migrationBuilder.DropIndex(
                name: "ix_registrations_seat_kept_until",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_ticket_number",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "access_needs",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "diet",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "lang",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "queue_number",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "seat_kept_until",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "state_before",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "ticket_number",
                table: "registrations");
        }
    }
}
