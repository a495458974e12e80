using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Sen.Web.Tests.Features.Accounts;

/// <summary>A device that holds one passkey: answers as WebAuthn level 2 says (ES256, attestation «none»).</summary>
internal sealed class Authenticator(Uri site)
{
    private const byte Present = 0x01, Verified = 0x04, HasCredential = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string userHandle = "";
    private uint count;

    public string Id => WebEncoders.Base64UrlEncode(id);

    public string Create(string options)
    {
        using var asked = JsonDocument.Parse(options);
        userHandle = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(Present | Verified | HasCredential), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Credential(new { clientDataJSON = Text(Client("webauthn.create", asked)), attestationObject = Text(attestation), transports = new[] { "internal" } });
    }

    public string Get(string options)
    {
        using var asked = JsonDocument.Parse(options);
        count++;
        var (data, client) = (Data(Present | Verified), Client("webauthn.get", asked));
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Text(client), authenticatorData = Text(data), signature = Text(signature), userHandle });
    }

    private byte[] Data(int flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site.Host)), (byte)flags, .. counter];
    }

    private byte[] Client(string type, JsonDocument asked) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = asked.RootElement.GetProperty("challenge").GetString(),
        origin = site.GetLeftPart(UriPartial.Authority),
        crossOrigin = false,
    });

    private string Credential(object response) => JsonSerializer.Serialize(new { id = Id, rawId = Id, type = "public-key", clientExtensionResults = new { }, authenticatorAttachment = "platform", response });

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
